import Foundation

/// The files below a folder, read from the directories themselves: a run that finds nothing to do is over in
/// milliseconds, and Foundation's enumerator would take several of them.
public enum FolderListing {
    /// Every file's path relative to the folder, in no order; nil where the folder cannot be read. Links are not
    /// followed.
    public static func files(below folder: String) -> [String]? {
        var files: [String] = []
        return list(folder, named: "", into: &files) ? files : nil
    }

    private static func list(_ folder: String, named prefix: String, into files: inout [String]) -> Bool {
        guard let directory = opendir(folder) else { return false }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)) {
                    String(cString: $0)
                }
            }
            guard name != ".", name != ".." else { continue }
            let path = "\(folder)/\(name)"
            if isFolder(path, Int32(entry.pointee.d_type)) {
                // What cannot be read within it is as good as empty.
                _ = list(path, named: "\(prefix)\(name)/", into: &files)
            } else {
                files.append(prefix + name)
            }
        }
        return true
    }

    /// File systems need not say what an entry is.
    private static func isFolder(_ path: String, _ kind: Int32) -> Bool {
        guard kind == Int32(DT_UNKNOWN) else { return kind == Int32(DT_DIR) }
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
