namespace LocalRuntime.Accounts;

/// <summary>An answer of the service that refuses a request: the HTTP status, the service's error code and its sentence.</summary>
sealed record StorageError(int Status, string Code, string Message)
{
    /// <summary>Which action of a transaction was refused, when one was.</summary>
    public int? FailedAction { get; init; }
}

/// <summary>Carries a refusal out of a write, so that what the write had done is rolled back.</summary>
#pragma warning disable CA1064 // never leaves the embedded store
sealed class RefusedException(StorageError error) : Exception(error.Message)
#pragma warning restore CA1064
{
    public StorageError Error { get; } = error;
}
