import Foundation
import Listening
import Logging

/// What the settings say of TLS and of proxies, and whether it fits together.
extension Doctor {
    func certificate() -> Diagnosis {
        guard let tls = settings.tls else {
            return settings.isSecure
                ? .remark(
                    "TLS", "The site is https, and this server speaks plain HTTP: a proxy has to give it TLS 1.3.")
                : settings.environment == .production
                    ? .ill(
                        "TLS", "Neither this server nor, by its address, a proxy speaks TLS.",
                        "Set IRIS_TLS_CERTIFICATE and IRIS_TLS_KEY, or an https address in IRIS_SITE.")
                    : .remark("TLS", "Plain HTTP, for development.")
        }
        do {
            let quiet = Logger(label: "doctor") { _ in SwiftLogNoOpLogHandler() }
            _ = try TLSIdentity.load(certificate: tls.certificate, key: tls.key, logger: quiet)
        } catch {
            return .ill(
                "TLS", "\(error).", "Point IRIS_TLS_CERTIFICATE and IRIS_TLS_KEY to a pair that belongs together.")
        }
        if let site = settings.site, !site.hasPrefix("https://") {
            return .ill(
                "TLS", "The server speaks TLS, and links in mails begin with http.",
                "Let IRIS_SITE begin with https://.")
        }
        return .well("TLS", "The certificate and its key belong together; TLS 1.3 is spoken, and nothing older.")
    }

    /// Without TLS of its own a secure site has a proxy, and that proxy must be named: else all clients look like one.
    func proxy() -> Diagnosis {
        let hasProxies = !settings.trustedProxies.ranges.isEmpty
        if settings.tls == nil, settings.site?.hasPrefix("https://") == true, !hasProxies {
            return .ill(
                "proxy", "A proxy gives the site TLS, and no proxy is trusted: all clients share one rate limit.",
                "Set IRIS_TRUSTED_PROXIES to the proxy's address as this server sees it.")
        }
        if hasProxies {
            return .well("proxy", "X-Forwarded-For is believed from the trusted proxies, and from nobody else.")
        }
        return .well("proxy", "No proxy is trusted: clients are known by the address that they connect from.")
    }
}
