// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Begins a workspace; it exists once its owner's address is verified.
///
/// `POST /api/v1/signup`, promises G-1, 1-2, 1-3, 1-4, 1-7, 1-11
public enum SignUp {
    public struct Input: Sendable {
        public let fullName: FullName
        public let email: Email
        public let password: Password
        public let companyName: CompanyName
        public let slug: Handle
        public let plan: Plan

        init(_ request: APIRequest) throws(Refusal) {
            var body = try ObjectReader(bodyOf: request)
            let fullName: FullName? = body.required("full_name")
            let email: Email? = body.required("email")
            let password: Password? = body.required("password")
            let companyName: CompanyName? = body.required("company_name")
            let slug: Handle? = body.required("slug")
            let plan: Plan? = body.required("plan")
            guard body.finish(), let fullName, let email, let password, let companyName, let slug, let plan
            else { throw Refusal(body) }
            (self.fullName, self.email, self.password, self.companyName) = (fullName, email, password, companyName)
            (self.slug, self.plan) = (slug, plan)
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        case accepted(SignupReceipt)
        /// 409: This handle is taken.
        case slugTaken
        /// 400: The password is too easy to guess; avoid common ones, and your name, email or workspace in it.
        case weakPassword
        func response() throws(Refusal) -> APIResponse {
            switch self {
            case .accepted(let value): return .success(202, value)
            case .slugTaken: throw Refusal(.slugTaken)
            case .weakPassword: throw Refusal(.weakPassword)
            }
        }
    }
}
