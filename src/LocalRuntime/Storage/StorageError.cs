using Microsoft.Data.Sqlite;

namespace LocalRuntime.Storage;

/// <summary>A refusal of a storage service: the HTTP status, the service's error code and its message.</summary>
sealed record StorageError(int Status, string Code, string Message)
{
    /// <summary>The position of the action that was refused; null outside a transaction.</summary>
    public int? FailedAction { get; init; }
}

/// <summary>The answers of a service that cannot store, whose clients may try again.</summary>
static class StorageFailures
{
    const int DiskFull = 13;

    /// <summary>503 when the disk is full, 500 for any other failure of SQLite.</summary>
    public static StorageError From(SqliteException failure) => failure.SqliteErrorCode == DiskFull
        ? new StorageError(503, "ServerBusy", "The server is currently unable to receive requests: the disk is full.")
        : new StorageError(500, "InternalError", "The server encountered an internal error. Please retry the request.");
}

/// <summary>Rolls back the write that it leaves.</summary>
#pragma warning disable CA1064 // never leaves the embedded store
sealed class StorageErrorException(StorageError error) : Exception(error.Message)
#pragma warning restore CA1064
{
    public StorageError Error { get; } = error;
}

/// <summary>A value, or the error in its place.</summary>
readonly record struct StorageResult<T>(T? Value, StorageError? Error)
{
    public static implicit operator StorageResult<T>(T value) => new(value, null);

    public static implicit operator StorageResult<T>(StorageError error) => new(default, error);
}
