import Cryptography
import Generated

/// The server's answer to the contract. Each section's handlers stand in a folder of their own, a file an operation.
struct IrisAPI: Handlers {
    let database: Database
    let passwords: PasswordHasher
    let postOffice: PostOffice
    let hub: Hub
}
