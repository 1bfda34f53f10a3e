using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;

namespace LocalRuntime.Tests.Functions;

public sealed class ConnectionSamples(Recorder recorder)
{
    [Function("TakeFromConnection")]
    public void TakeFromConnection([QueueTrigger("text", Connection = "Other")] string text) => recorder.Add(text);
}

public sealed class QueueSamples(Recorder recorder)
{
    public sealed record Joined(string Member, int Age);

    [Function("TakeText")]
    public void TakeText([QueueTrigger("text")] string text) => recorder.Add($"text {text}");

    [Function("TakeBytes")]
    public void TakeBytes([QueueTrigger("bytes")] byte[] bytes) => recorder.Add($"bytes {string.Join(' ', bytes)}");

    [Function("TakeData")]
    public void TakeData([QueueTrigger("binary")] BinaryData data, FunctionContext context) =>
        recorder.Add($"{context.FunctionDefinition.Name} {data}");

    [Function("TakeJson")]
    public Task TakeJsonAsync([QueueTrigger("json")] Joined joined, CancellationToken cancellation)
    {
        recorder.Add($"{joined.Member} is {joined.Age}");
        return Task.CompletedTask;
    }

    [Function("TakeMessage")]
    public void TakeMessage([QueueTrigger("%MessageQueue%")] QueueMessage message) =>
        recorder.Add($"message {message.Body} {message.DequeueCount}");

    [Function("WatchPoison")]
    public void WatchPoison([QueueTrigger("watched-poison")] string text) => recorder.Add($"poison {text}");

    [Function("Fail")]
    public void Fail([QueueTrigger("failing")] string text)
    {
        recorder.Add($"tried {text}");
        throw new InvalidOperationException("as always");
    }
}
