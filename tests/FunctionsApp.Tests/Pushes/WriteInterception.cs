using Azure;

namespace FunctionsApp.Tests.Pushes;

/// <summary>Runs code before the first write that matches, or reports a conflict after it was stored.</summary>
sealed class WriteInterception(Func<string, bool> matches) : TableWritePolicy
{
    const int PreconditionFailed = 412;

    int met;

    /// <summary>Takes the text of the write.</summary>
    public Func<string, Task>? BeforeAsync { get; set; }

    public bool LosesAnswer { get; init; }

    public bool WasMet => met > 0;

    protected override async ValueTask WriteAsync(TableWrite write, Func<ValueTask> next)
    {
        var isFirst = matches(write.Text) && Interlocked.Increment(ref met) == 1;
        if (isFirst && BeforeAsync is not null) await BeforeAsync(write.Text);
        await next();
        if (isFirst && LosesAnswer)
            throw new RequestFailedException(PreconditionFailed, "An earlier try of this request was stored.");
    }
}
