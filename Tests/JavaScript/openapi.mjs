import { readFileSync } from 'node:fs';

const document = JSON.parse(
    readFileSync(new URL('../../Sources/Generated/Documents/openapi.json', import.meta.url), 'utf8'),
);

function resolved(node) {
    if (!node?.$ref) return node;
    return node.$ref.slice(2).split('/').reduce((at, key) => at[key], document);
}

/** Some value of the schema. */
function value(node) {
    const schema = resolved(node);
    if (schema.example !== undefined) return schema.example;
    if (schema.examples) return schema.examples[0];
    if (schema.enum) return schema.enum[0];
    if (schema.allOf || schema.anyOf || schema.oneOf) return value((schema.allOf ?? schema.anyOf ?? schema.oneOf)[0]);
    const type = [schema.type].flat()[0];
    if (type === 'object') {
        return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, part]) => [name, value(part)]));
    }
    if (type === 'array') return [value(schema.items)];
    if (type === 'integer') return schema.minimum ?? 1;
    if (type === 'boolean') return true;
    if (schema.format === 'uuid') return '01890a5d-ac96-774b-bcce-b302099a8057';
    return 'text';
}

/** What the document says of every operation, with a value for each field. */
export const operations = Object.entries(document.paths).flatMap(([template, item]) =>
    Object.entries(item)
        .filter(([, operation]) => operation.operationId)
        .map(([method, operation]) => {
            const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(resolved);
            const sample = (one) => (one.example === undefined ? value(one.schema) : one.example);
            const values = (place) =>
                Object.fromEntries(
                    parameters.filter((one) => one.in === place).map((one) => [one.name, sample(one)]),
                );
            const content = resolved(operation.requestBody)?.content?.['application/json'];
            const success = resolved(Object.entries(operation.responses).find(([status]) => status < 300)[1]);
            const envelope = resolved(success.content['application/json'].schema);
            const parts = envelope.allOf ?? [envelope];
            const members = Object.assign({}, ...parts.map((part) => resolved(part).properties));
            const needs = operation.security ?? [];
            return {
                name: operation.operationId,
                method: method.toUpperCase(),
                template,
                path: values('path'),
                query: values('query'),
                takesKey: parameters.some((one) => one.in === 'header' && one.name === 'Idempotency-Key'),
                isOpen: needs.length === 0 || needs.some((one) => Object.keys(one).length === 0),
                body: content && value(content.schema),
                isPaged: 'next_cursor' in members,
            };
        }),
);
