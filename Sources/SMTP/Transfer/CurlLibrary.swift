import CCurl

/// libcurl as a whole.
enum CurlLibrary {
    /// Whether libcurl could be made ready; the first use does it, once a process.
    static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// From 7.69 on, libcurl asks for SMTPUTF8 when an address needs it.
    static let knowsUTF8 = (curl_version_info(CURLVERSION_FIRST)?.pointee.version_num ?? 0) >= 0x07_45_00
}
