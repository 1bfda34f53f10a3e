namespace LocalRuntime.Queues.Embedded;

static class QueueErrors
{
    public static readonly StorageError QueueNotFound =
        new(404, "QueueNotFound", "The specified queue does not exist.");
    public static readonly StorageError QueueAlreadyExists =
        new(409, "QueueAlreadyExists", "The specified queue already exists.");
    public static readonly StorageError MessageNotFound =
        new(404, "MessageNotFound", "The specified message does not exist.");
    public static readonly StorageError PopReceiptMismatch = new(
        400, "PopReceiptMismatch", "The specified pop receipt did not match the pop receipt for a dequeued message.");
    public static readonly StorageError VisibilityBeyondLife =
        new(400, "InvalidQueryParameterValue", "The visibility timeout must end before the message's time to live.");
    public static readonly StorageError InvalidTimeToLive =
        new(400, "InvalidQueryParameterValue", "The time to live is at least one second, or -1 second for ever.");

    public static StorageError OutOfRange(string parameter) => new(
        400, "OutOfRangeQueryParameterValue",
        $"One of the query parameters specified in the request URI is outside the permissible range: {parameter}.");
}
