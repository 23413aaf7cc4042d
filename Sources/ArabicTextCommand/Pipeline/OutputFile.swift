#if CommandLineTool
    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #else
        import Darwin
    #endif

    /// A file that is written under another name in its folder, and takes the place of the one that was there when it is
    /// whole. What is no regular file, such as a device or a named pipe, is written to as it is, and so is what this process
    /// has open already.
    struct OutputFile {
        /// As the user wrote it.
        let name: String
        let descriptor: FileDescriptor
        /// What is replaced: where links lead to.
        private let path: String
        /// Nil for what is written to as it is.
        private let temporary: String?

        /// The name is for messages.
        init(_ name: String, at place: OutputPlace) throws(SystemError) {
            self.name = name
            switch place {
            case .path(let found): path = found
            case .descriptor(let number):
                path = name
                descriptor = try FileDescriptor(duplicating: number)
                temporary = nil
                return
            }
            guard let status = try FileStatus(of: path) else {
                (descriptor, temporary) = try Self.create(beside: path, mode: 0o666)
                return
            }
            if status.isFolder { throw SystemError(code: EISDIR) }
            if !status.isRegular {
                descriptor = try FileDescriptor(writing: path)
                temporary = nil
                return
            }
            // A file that may not be written must not be replaced either, though its folder may allow that.
            if unsafe path.withSystemPath({ unsafe access($0, W_OK) }) != 0 { throw .last }
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
                if let temporary, !Self.rename(temporary, to: path) { throw .last }
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
            if let temporary { _ = unsafe temporary.withSystemPath { unsafe unlink($0) } }
        }

        /// Makes a new file in the folder of another, with the permissions that the user's mask leaves.
        private static func create(
            beside path: String, mode: mode_t
        ) throws(SystemError) -> (descriptor: FileDescriptor, path: String?) {
            let folder = OutputPlace.folder(of: path)
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

        /// False where that fails.
        private static func rename(_ old: String, to new: String) -> Bool {
            unsafe old.withSystemPath { old in
                unsafe new.withSystemPath { unsafe systemRename(old, $0) == 0 }
            }
        }
    }

    // A method above has the name of this function.
    private let systemRename = unsafe rename
#endif
