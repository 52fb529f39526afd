import Contract

/// Something that the spec declares, and that can be asked for by its name.
enum Subject {
    case operation(Operation, Section)
    case type(TypeDefinition)
    case field(Field, of: FieldOwner)
    case error(APIError)
    case scope(Scope)
    case promise(ContractPromise)
    case limit(RateLimit)
    case credential(Credential)
    case mail(Mail)
    case job(Job)
    case flow(Flow)
    case frame(ClientFrame)
    case event(ServerEvent)
    case close(SocketClose)
    case rule(Rule)

    enum Kind: String {
        case operation, type, field, error, scope, promise, limit, credential, mail, job, flow, frame, event, close
        case rule = "rule of the spec language"
    }

    var kind: Kind {
        switch self {
        case .operation: .operation
        case .type: .type
        case .field: .field
        case .error: .error
        case .scope: .scope
        case .promise: .promise
        case .limit: .limit
        case .credential: .credential
        case .mail: .mail
        case .job: .job
        case .flow: .flow
        case .frame: .frame
        case .event: .event
        case .close: .close
        case .rule: .rule
        }
    }

    var name: String {
        switch self {
        case .operation(let operation, _): operation.name
        case .type(let type): type.name
        case .field(let field, let owner): "\(owner.name).\(field.name)"
        case .error(let error): error.code
        case .scope(let scope): scope.name
        case .promise(let promise): promise.id
        case .limit(let limit): limit.name
        case .credential(let credential): credential.name
        case .mail(let mail): mail.name
        case .job(let job): job.name
        case .flow(let flow): flow.name
        case .frame(let frame): frame.name
        case .event(let event): event.name
        case .close(let close): close.name
        case .rule(let rule): rule.rawValue
        }
    }

    var location: SourceLocation? {
        switch self {
        case .operation(let operation, _): operation.location
        case .type(let type): type.location
        case .field(let field, _): field.location
        case .error(let error): error.location
        case .scope(let scope): scope.location
        case .promise(let promise): promise.location
        case .limit(let limit): limit.location
        case .credential(let credential): credential.location
        case .mail(let mail): mail.location
        case .job(let job): job.location
        case .flow(let flow): flow.location
        case .frame(let frame): frame.location
        case .event(let event): event.location
        case .close(let close): close.location
        case .rule: nil
        }
    }
}

/// What has fields, each of which can be asked for as `owner.field`.
struct FieldOwner {
    let name: String
    /// What it is, and what its fields are to it: "request of the operation".
    let role: String
    let fields: [Field]
}
