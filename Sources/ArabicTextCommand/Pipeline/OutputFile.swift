#if CommandLineTool
    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #else
        import Darwin
    #endif

    /// A file that is written under another name in its folder, and takes the place of the one that was there when it is
    /// whole. What is no regular file, such as a device or a named pipe, is written to as it is.
    struct OutputFile {
        /// As the user wrote it.
        let name: String
        let descriptor: FileDescriptor
        /// What is replaced: where links lead to.
        private let path: String
        /// Nil for what is no regular file.
        private let temporary: String?

        init(_ name: String) throws(SystemError) {
            self.name = name
            guard let status = try FileStatus(of: name) else {
                path = name
                (descriptor, temporary) = try Self.create(beside: name, mode: 0o666)
                return
            }
            if status.isFolder { throw SystemError(code: EISDIR) }
            if !status.isRegular {
                path = name
                descriptor = try FileDescriptor(writing: name)
                temporary = nil
                return
            }
            // A file that may not be written must not be replaced either, though its folder may allow that.
            if unsafe access(name, W_OK) != 0 { throw .last }
            path = try Self.followingLinks(name)
            // Nobody else may read what the file that was there does not show.
            (descriptor, temporary) = try Self.create(beside: path, mode: 0o600)
            do throws(SystemError) {
                try descriptor.setPermissions(of: status)
            } catch {
                discard()
                throw error
            }
        }

        /// Puts the file in its place.
        func replace() throws(SystemError) {
            do throws(SystemError) {
                // Some file systems tell only now that the disk is full.
                try descriptor.synchronize()
                try descriptor.closeChecked()
                if let temporary, unsafe rename(temporary, path) != 0 { throw .last }
            } catch {
                removeTemporary()
                throw error
            }
            EndBySignal.cancel()
        }

        /// Removes what was written. False where that cannot be undone, since it is no regular file.
        @discardableResult func discard() -> Bool {
            descriptor.close()
            removeTemporary()
            return temporary != nil
        }

        private func removeTemporary() {
            EndBySignal.cancel()
            if let temporary { _ = unsafe unlink(temporary) }
        }

        /// Makes a new file in the folder of another, with the permissions that the user's mask leaves.
        private static func create(
            beside path: String, mode: mode_t
        ) throws(SystemError) -> (descriptor: FileDescriptor, path: String?) {
            let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
            while true {
                let number = String(UInt64.random(in: 0...UInt64.max), radix: 36)
                let temporary = "\(folder).arabictext-\(number).tmp"
                EndBySignal.remove(temporary)
                do throws(SystemError) {
                    return (try FileDescriptor(creating: temporary, mode: mode), temporary)
                } catch {
                    EndBySignal.cancel()
                    if error.code != EEXIST { throw error }
                }
            }
        }

        private static func followingLinks(_ path: String) throws(SystemError) -> String {
            guard let resolved = unsafe realpath(path, nil) else { throw .last }
            // Sound: realpath gives a string of C that the caller frees.
            defer { unsafe free(resolved) }
            return unsafe String(cString: resolved)
        }
    }
#endif
