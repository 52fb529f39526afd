// Generated from spec/ by `make generate`. Edit the spec, not this file.

import Runtime

/// Begins a workspace; it exists once its owner's address is verified.
///
/// `POST /api/v1/signup`
/// promises G-1, 1-2, 1-3, 1-4, 1-7, 1-11
public enum SignUp {
    public struct Input: Sendable {
        public let fullName: FullName
        public let email: Email
        public let password: Password
        public let companyName: CompanyName
        public let slug: Handle
        public let plan: Plan

        init(_ request: APIRequest) throws(Refusal) {
            var problems = FieldProblems()
            var json = try JSONReader(bodyOf: request)
            let isObject = json.openObject()
            if !isObject { json.refuseType("an object", &problems) }
            var incomingFullName = Incoming<FullName>.absent
            var incomingEmail = Incoming<Email>.absent
            var incomingPassword = Incoming<Password>.absent
            var incomingCompanyName = Incoming<CompanyName>.absent
            var incomingSlug = Incoming<Handle>.absent
            var incomingPlan = Incoming<Plan>.absent
            while isObject, let key = json.nextKey() {
                switch key {
                case "full_name": incomingFullName = .read(key, from: &json, &problems)
                case "email": incomingEmail = .read(key, from: &json, &problems)
                case "password": incomingPassword = .read(key, from: &json, &problems)
                case "company_name": incomingCompanyName = .read(key, from: &json, &problems)
                case "slug": incomingSlug = .read(key, from: &json, &problems)
                case "plan": incomingPlan = .read(key, from: &json, &problems)
                default: json.skipValue()
                }
            }
            json.finish()
            let fullName = incomingFullName.required("full_name", &problems)
            let email = incomingEmail.required("email", &problems)
            let password = incomingPassword.required("password", &problems)
            let companyName = incomingCompanyName.required("company_name", &problems)
            let slug = incomingSlug.required("slug", &problems)
            let plan = incomingPlan.required("plan", &problems)
            guard let fullName, let email, let password, let companyName, let slug, let plan, problems.isEmpty,
                json.failure == nil
            else { throw Refusal(json, problems) }
            self.fullName = fullName
            self.email = email
            self.password = password
            self.companyName = companyName
            self.slug = slug
            self.plan = plan
        }
    }

    /// What the handler can answer.
    public enum Outcome: Sendable {
        /// 202.
        case accepted(SignupReceipt)
        /// 409: This handle is taken.
        case slugTaken
        /// 400: The password is too easy to guess. Avoid common passwords, and your name, email or workspace in it.
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
