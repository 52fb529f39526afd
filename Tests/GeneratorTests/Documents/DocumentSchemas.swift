/// What AsyncAPI 3.0 and Arazzo 1.1 ask of a document, as far as ours use them, written from the specifications. Members
/// that a specification does not know are refused, unless they are extensions.
enum DocumentSchemas {
    static let asyncAPI = #"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "type": "object", "required": ["asyncapi", "info"],
          "properties": {
            "asyncapi": {"const": "3.0.0"},
            "id": {"type": "string"}, "defaultContentType": {"type": "string"},
            "info": {"$ref": "#/$defs/info"},
            "servers": {"$ref": "#/$defs/named", "additionalProperties": {"$ref": "#/$defs/server"}},
            "channels": {"type": "object", "additionalProperties": {"$ref": "#/$defs/channel"}},
            "operations": {"type": "object", "additionalProperties": {"$ref": "#/$defs/operation"}},
            "components": {
              "type": "object", "additionalProperties": {"$ref": "#/$defs/named"},
              "properties": {
                "messages": {"additionalProperties": {"$ref": "#/$defs/message"}},
                "securitySchemes": {"additionalProperties": {"$ref": "#/$defs/scheme"}}
              },
              "propertyNames": {"enum": ["schemas", "messages", "securitySchemes"]}
            }
          },
          "patternProperties": {"^x-": true}, "additionalProperties": false,
          "$defs": {
            "named": {"type": "object", "propertyNames": {"pattern": "^[A-Za-z0-9._-]+$"}},
            "reference": {
              "type": "object", "required": ["$ref"],
              "properties": {"$ref": {"type": "string"}}, "additionalProperties": false
            },
            "info": {
              "type": "object", "required": ["title", "version"],
              "properties": {
                "title": {"type": "string"}, "version": {"type": "string"}, "description": {"type": "string"}
              },
              "patternProperties": {"^x-": true}, "additionalProperties": false
            },
            "server": {
              "type": "object", "required": ["host", "protocol"],
              "properties": {
                "host": {"type": "string"}, "protocol": {"type": "string"}, "pathname": {"type": "string"},
                "description": {"type": "string"}, "title": {"type": "string"}, "summary": {"type": "string"},
                "variables": {
                  "type": "object",
                  "additionalProperties": {
                    "type": "object",
                    "properties": {"default": {"type": "string"}, "description": {"type": "string"}},
                    "additionalProperties": false
                  }
                },
                "security": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/reference"}}
              },
              "patternProperties": {"^x-": true}, "additionalProperties": false
            },
            "channel": {
              "type": "object",
              "properties": {
                "address": {"type": ["string", "null"]}, "title": {"type": "string"},
                "summary": {"type": "string"}, "description": {"type": "string"},
                "messages": {"$ref": "#/$defs/named", "additionalProperties": {"$ref": "#/$defs/reference"}},
                "servers": {"type": "array", "items": {"$ref": "#/$defs/reference"}},
                "bindings": {
                  "type": "object",
                  "properties": {
                    "ws": {
                      "type": "object",
                      "properties": {
                        "method": {"enum": ["GET", "POST"]}, "query": {"type": "object"},
                        "headers": {"type": "object"}, "bindingVersion": {"const": "0.1.0"}
                      },
                      "additionalProperties": false
                    }
                  },
                  "additionalProperties": false
                }
              },
              "patternProperties": {"^x-": true}, "additionalProperties": false
            },
            "operation": {
              "type": "object", "required": ["action", "channel"],
              "properties": {
                "action": {"enum": ["send", "receive"]}, "channel": {"$ref": "#/$defs/reference"},
                "title": {"type": "string"}, "summary": {"type": "string"}, "description": {"type": "string"},
                "messages": {"type": "array", "items": {"$ref": "#/$defs/reference"}},
                "reply": {
                  "type": "object",
                  "properties": {
                    "channel": {"$ref": "#/$defs/reference"},
                    "messages": {"type": "array", "items": {"$ref": "#/$defs/reference"}}
                  },
                  "additionalProperties": false
                }
              },
              "patternProperties": {"^x-": true}, "additionalProperties": false
            },
            "message": {
              "type": "object",
              "properties": {
                "name": {"type": "string"}, "title": {"type": "string"}, "summary": {"type": "string"},
                "description": {"type": "string"}, "contentType": {"type": "string"},
                "headers": {"type": "object", "properties": {"type": {"const": "object"}}, "required": ["type"]},
                "payload": {"type": "object"},
                "correlationId": {
                  "type": "object", "required": ["location"],
                  "properties": {
                    "description": {"type": "string"},
                    "location": {"type": "string", "pattern": "^\\$message\\.(header|payload)#/"}
                  },
                  "additionalProperties": false
                },
                "examples": {
                  "type": "array", "minItems": 1,
                  "items": {
                    "type": "object", "anyOf": [{"required": ["payload"]}, {"required": ["headers"]}],
                    "properties": {
                      "name": {"type": "string"}, "summary": {"type": "string"}, "headers": {"type": "object"},
                      "payload": true
                    },
                    "additionalProperties": false
                  }
                }
              },
              "patternProperties": {"^x-": true}, "additionalProperties": false
            },
            "scheme": {
              "type": "object", "required": ["type"],
              "properties": {"type": {"enum": ["apiKey", "http", "httpApiKey"]}, "description": {"type": "string"}},
              "allOf": [
                {
                  "if": {"properties": {"type": {"const": "apiKey"}}},
                  "then": {"required": ["in"], "properties": {"in": {"enum": ["user", "password"]}}}
                },
                {
                  "if": {"properties": {"type": {"const": "httpApiKey"}}},
                  "then": {
                    "required": ["in", "name"],
                    "properties": {"in": {"enum": ["query", "header", "cookie"]}, "name": {"type": "string"}}
                  }
                },
                {"if": {"properties": {"type": {"const": "http"}}}, "then": {"required": ["scheme"]}}
              ]
            }
          }
        }
        """#

    static let arazzo = #"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "type": "object", "required": ["arazzo", "info", "sourceDescriptions", "workflows"],
          "properties": {
            "arazzo": {"const": "1.1.0"},
            "info": {
              "type": "object", "required": ["title", "version"],
              "properties": {
                "title": {"type": "string"}, "summary": {"type": "string"}, "description": {"type": "string"},
                "version": {"type": "string"}
              },
              "patternProperties": {"^x-": true}, "additionalProperties": false
            },
            "sourceDescriptions": {
              "type": "array", "minItems": 1, "uniqueItems": true,
              "items": {
                "type": "object", "required": ["name", "url"],
                "properties": {
                  "name": {"type": "string", "pattern": "^[A-Za-z0-9_-]+$"},
                  "url": {"type": "string", "format": "uri-reference"},
                  "type": {"enum": ["openapi", "asyncapi", "arazzo"]}
                },
                "additionalProperties": false
              }
            },
            "workflows": {
              "type": "array", "minItems": 1, "uniqueItems": true, "items": {"$ref": "#/$defs/workflow"}
            }
          },
          "patternProperties": {"^x-": true}, "additionalProperties": false,
          "$defs": {
            "outputs": {
              "type": "object", "propertyNames": {"pattern": "^[a-zA-Z0-9._-]+$"},
              "additionalProperties": {"type": "string", "pattern": "^\\$"}
            },
            "workflow": {
              "type": "object", "required": ["workflowId", "steps"],
              "properties": {
                "workflowId": {"type": "string", "pattern": "^[A-Za-z0-9_-]+$"}, "summary": {"type": "string"},
                "description": {"type": "string"}, "inputs": {"type": "object"},
                "steps": {"type": "array", "minItems": 1, "uniqueItems": true, "items": {"$ref": "#/$defs/step"}},
                "outputs": {"$ref": "#/$defs/outputs"}
              },
              "patternProperties": {"^x-": true}, "additionalProperties": false
            },
            "step": {
              "type": "object", "required": ["stepId"],
              "properties": {
                "stepId": {"type": "string", "pattern": "^[A-Za-z0-9_-]+$"}, "description": {"type": "string"},
                "operationId": {"type": "string"}, "channelPath": {"type": "string"},
                "action": {"enum": ["send", "receive"]}, "correlationId": true,
                "timeout": {"type": "integer"},
                "parameters": {"type": "array", "uniqueItems": true, "items": {"$ref": "#/$defs/parameter"}},
                "requestBody": {
                  "type": "object", "properties": {"contentType": {"type": "string"}, "payload": true},
                  "additionalProperties": false
                },
                "successCriteria": {
                  "type": "array", "minItems": 1, "uniqueItems": true, "items": {"$ref": "#/$defs/criterion"}
                },
                "outputs": {"$ref": "#/$defs/outputs"}
              },
              "oneOf": [{"required": ["operationId"]}, {"required": ["channelPath"]}],
              "allOf": [
                {"if": {"required": ["channelPath"]}, "then": {"required": ["action"]}},
                {
                  "if": {"required": ["correlationId"]},
                  "then": {"required": ["action"], "properties": {"action": {"const": "receive"}}}
                }
              ],
              "patternProperties": {"^x-": true}, "additionalProperties": false
            },
            "parameter": {
              "type": "object", "required": ["name", "in", "value"],
              "properties": {
                "name": {"type": "string"}, "in": {"enum": ["path", "query", "header", "cookie"]}, "value": true
              },
              "additionalProperties": false
            },
            "criterion": {
              "type": "object", "required": ["condition"],
              "properties": {
                "context": {"type": "string", "pattern": "^\\$"}, "condition": {"type": "string"},
                "type": {
                  "type": "object", "required": ["type", "version"],
                  "properties": {"type": {"const": "jsonpath"}, "version": {"const": "rfc9535"}},
                  "additionalProperties": false
                }
              },
              "dependentRequired": {"type": ["context"]}, "additionalProperties": false
            }
          }
        }
        """#
}
