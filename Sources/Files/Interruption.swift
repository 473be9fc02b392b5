internal import CProcess
internal import Glibc
internal import Synchronization

/// What is done before a signal ends the process: SIGHUP, SIGINT, SIGTERM.
///
/// Signals are handled on a thread of their own, so that any work can be interrupted
/// and an action may do what a signal handler must not. An action runs beside the work
/// it cleans up after, which may go on until the process has ended. Thread-safe.
package enum Interruption {
  /// What to do; undone when it goes out of scope.
  package struct Action: ~Copyable {
    private let key: Int

    /// Adds an action, to be run with the number of the signal.
    package init(_ action: @escaping @Sendable (Int32) -> Void) {
      key = Interruption.actions.withLock { actions in
        actions.count += 1
        actions.byKey[actions.count] = action
        return actions.count
      }
    }

    /// Takes the action away, as the end of the scope does.
    package consuming func end() {}

    deinit { _ = Interruption.actions.withLock { $0.byKey.removeValue(forKey: key) } }
  }

  private struct Actions {
    var count = 0
    var byKey: [Int: @Sendable (Int32) -> Void] = [:]
  }

  private static let actions = Mutex(Actions())

  /// Begins to watch for signals; called once, before there are actions.
  package static func watch() {
    guard cprocess_catch_signals() == 0 else { return }
    var thread = pthread_t()
    let body: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { _ in
      Interruption.wait()
      return nil
    }
    // SAFETY: because the body takes no argument and shares nothing but the actions,
    // which a lock guards.
    if unsafe pthread_create(&thread, nil, body, nil) == 0 { _ = pthread_detach(thread) }
  }

  private static func wait() {
    let signal = cprocess_next_signal()
    guard signal > 0 else { return }
    actions.withLock { actions in
      // The newest first, as scopes end. The lock is kept: nothing may be begun now.
      for (_, action) in actions.byKey.sorted(by: { $0.key > $1.key }) { action(signal) }
      cprocess_end_by(signal)
    }
  }
}
