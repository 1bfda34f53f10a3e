using Azure;
using Azure.Core;

namespace FunctionsApp.Tests.Application.PoisonedMessages;

/// <summary>Fails every insertion into one table while it is on.</summary>
sealed class TableOutage(string table) : TableWritePolicy
{
    const int Unavailable = 503;

    int failures;

    public bool IsOn { get; set; }

    /// <summary>The insertions that failed.</summary>
    public int Failures => failures;

    protected override ValueTask WriteAsync(TableWrite write, Func<ValueTask> next)
    {
        var isHit = IsOn && write.Method == RequestMethod.Post && write.Path.Contains(table, StringComparison.Ordinal);
        if (!isHit) return next();
        Interlocked.Increment(ref failures);
        throw new RequestFailedException(Unavailable, "The table does not answer.");
    }
}
