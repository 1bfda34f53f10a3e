using Azure;

namespace FunctionsApp.Tests.Insights.Pushes;

/// <summary>Fails every write to a table after a number of them, as if the process of the writer ended.</summary>
sealed class FailingWrites(string table) : TableWritePolicy
{
    const int Unavailable = 503;

    int made;

    /// <summary>The writes since this was set last.</summary>
    public int Made => made;

    /// <summary>The writes that succeed from now on.</summary>
    public int Limit
    {
        get;
        set => (field, made) = (value, 0);
    } = int.MaxValue;

    protected override ValueTask WriteAsync(TableWrite write, Func<ValueTask> next) =>
        write.Text.Contains($"/{table}", StringComparison.Ordinal) && Interlocked.Increment(ref made) > Limit
            ? throw new RequestFailedException(Unavailable, "The process ended.")
            : next();
}
