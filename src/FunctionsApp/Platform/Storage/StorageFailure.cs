using Azure;

namespace FunctionsApp.Platform.Storage;

/// <summary>Distinguishes failures of the storage from defects.</summary>
public static class StorageFailure
{
    /// <summary>True when the storage refused the request, or was not reached in any attempt of the client.</summary>
    public static bool Matches(Exception failure) =>
        failure is RequestFailedException or ConflictException
        || (failure is AggregateException attempts && attempts.InnerExceptions.All(Matches));
}
