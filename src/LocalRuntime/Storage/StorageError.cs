namespace LocalRuntime.Storage;

/// <summary>An error of a storage service: the HTTP status, the service's error code and its message.</summary>
sealed record StorageError(int Status, string Code, string Message)
{
    public static readonly StorageError InvalidResourceName =
        new(400, "InvalidResourceName", "The specified resource name contains invalid characters.");
    public static readonly StorageError RequestTooLarge =
        new(413, "RequestBodyTooLarge", "The request body is too large and exceeds the maximum permissible limit.");
    public static readonly StorageError NotImplemented =
        new(501, "NotImplemented", "The requested operation is not implemented on the specified resource.");


    /// <summary>The position of the action that failed; null outside a transaction.</summary>
    public int? FailedAction { get; init; }

    public static StorageError InvalidInput(string reason) =>
        new(400, "InvalidInput", $"One of the request inputs is not valid. {reason}");

    /// <summary>503 when the file cannot be used at present, 500 for any other failure of SQLite.</summary>
    public static StorageError From(SqliteException failure) => StoreFailure.Reason(failure) is { } reason
        ? new(503, "ServerBusy", $"The server is currently unable to receive requests: {reason}.")
        : new(500, "InternalError", $"The server encountered an internal error: {failure.SqliteErrorCode}.");
}

/// <summary>Rolls back the write that throws it.</summary>
#pragma warning disable CA1064 // never leaves the embedded store
sealed class StorageErrorException(StorageError error) : Exception(error.Message)
#pragma warning restore CA1064
{
    public StorageError Error => error;
}

/// <summary>A value, or the error in its place.</summary>
readonly record struct StorageResult<T>(T? Value, StorageError? Error)
{
    public static implicit operator StorageResult<T>(T value) => new(value, null);

    public static implicit operator StorageResult<T>(StorageError error) => new(default, error);
}
