using Azure;

namespace FunctionsApp.Platform.Storage;

/// <summary>Tells failures of the storage from those of the program.</summary>
public static class StorageFailure
{
    /// <summary>True when the storage refused, or was not reached in any of the client's attempts, which it then throws together.</summary>
    public static bool Matches(Exception failure) =>
        failure is RequestFailedException or ConflictException || (failure is AggregateException several && several.InnerExceptions.All(Matches));
}
