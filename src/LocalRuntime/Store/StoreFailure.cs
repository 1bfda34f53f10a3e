using Azure;

namespace LocalRuntime.Store;

/// <summary>Tells failures of the storage, which end by themselves or by an operator's hand, from defects.</summary>
static class StoreFailure
{
    /// <summary>Why the file of a store cannot be used; null when the failure has another cause.</summary>
    public static string? Reason(Exception failure) => failure switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode switch
        {
            raw.SQLITE_FULL => "the disk is full",
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "another process holds the lock of the file",
            raw.SQLITE_READONLY => "the file or its folder is read-only",
            raw.SQLITE_CANTOPEN => "the file or its folder cannot be opened for writing",
            raw.SQLITE_IOERR => "the file cannot be read or written",
            raw.SQLITE_CORRUPT => "the file is damaged",
            raw.SQLITE_NOTADB => "the file is damaged, or it is not a store",
            _ => null,
        },
        UnauthorizedAccessException => "the file or its folder is read-only",
        IOException io => io.Message.TrimEnd('.'),
        _ => null,
    };

    /// <summary>The message without the headers and the content that storage clients add in further lines.</summary>
    public static string FirstLine(Exception failure) => failure.Message.Split('\n')[0].TrimEnd();

    /// <summary>Runs a part of the start; refuses it when the file of the store cannot be used.</summary>
    public static T RefuseAtStart<T>(string path, Func<T> start)
    {
        try
        {
            return start();
        }
        catch (Exception failure) when (Reason(failure) is { } reason)
        {
            throw new RefusedException($"The store {path} cannot be used: {reason}.");
        }
    }

    /// <summary>True when the storage refused a request for a time, or was not reached.</summary>
    public static bool IsUnavailable(Exception failure) => failure switch
    {
        SqliteException sqlite => Reason(sqlite) is not null,
        RequestFailedException request => request.Status is 0 or 408 or 429 or >= 500,
        AggregateException attempts => attempts.InnerExceptions.All(IsUnavailable),
        _ => false,
    };
}
