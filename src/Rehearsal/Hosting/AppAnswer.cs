using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Rehearsal.Hosting;

/// <summary>
/// The answer of the app to one request. As on Kestrel, the callbacks of <c>OnStarting</c> run before its first byte;
/// when one fails, the answer is 500.
/// </summary>
#pragma warning disable CA1001 // a stream in memory holds nothing
sealed class AppAnswer : HttpResponseFeature
#pragma warning restore CA1001
{
    readonly Stack<(Func<object, Task> Callback, object State)> starting = new();
    readonly Stack<(Func<object, Task> Callback, object State)> completed = new();
    readonly AnswerBody bytes;
    bool hasStarted;

    public AppAnswer()
    {
        bytes = new AnswerBody(this);
        Output = new AnswerOutput(this, bytes);
    }

    public IHttpResponseBodyFeature Output { get; }

    public string Text => System.Text.Encoding.UTF8.GetString(bytes.ToArray());

    public override bool HasStarted => hasStarted;

    public override void OnStarting(Func<object, Task> callback, object state) => starting.Push((callback, state));

    public override void OnCompleted(Func<object, Task> callback, object state) => completed.Push((callback, state));

    public async Task StartAsync()
    {
        try
        {
            while (starting.TryPop(out var next)) await next.Callback(next.State);
        }
        catch
        {
            starting.Clear();
            throw;
        }

        hasStarted = true;
    }

    /// <summary>Ends an answer; one that could not start is 500 without a body.</summary>
    public async Task CompleteAsync()
    {
        try
        {
            await Output.CompleteAsync();
        }
#pragma warning disable CA1031 // the failure of a callback is the answer
        catch (Exception) when (!hasStarted)
#pragma warning restore CA1031
        {
            StatusCode = StatusCodes.Status500InternalServerError;
        }

        while (completed.TryPop(out var next)) await next.Callback(next.State);
    }

    sealed class AnswerOutput(AppAnswer answer, Stream bytes) : StreamResponseBodyFeature(bytes)
    {
        public override Task StartAsync(CancellationToken cancellationToken = default) =>
            answer.HasStarted ? Task.CompletedTask : answer.StartAsync();
    }

    sealed class AnswerBody(AppAnswer answer) : MemoryStream
    {
        public override async ValueTask WriteAsync(
            ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (!answer.HasStarted) await answer.StartAsync();
            Write(buffer.Span);
        }
    }
}
