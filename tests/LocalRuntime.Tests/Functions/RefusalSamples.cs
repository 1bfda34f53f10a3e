using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.Tests.Functions;

[AttributeUsage(AttributeTargets.Parameter)]
public sealed class BlobTriggerAttribute : Attribute;

[AttributeUsage(AttributeTargets.Method)]
public sealed class TableOutputAttribute : Attribute;

/// <summary>Function classes that the host must refuse, one reason each.</summary>
public static class RefusalSamples
{
    public sealed class UnknownTrigger
    {
        [Function("OnBlob")]
        public static void OnBlob([BlobTrigger] string blob) => _ = blob;
    }

    public sealed class UnknownOutput
    {
        [Function("Write"), TableOutput]
        public static void Write([QueueTrigger("q")] string text) => _ = text;
    }

    public sealed class UnknownBinding
    {
        [Function("Post")]
        public static IResult Post([HttpTrigger] HttpRequest request, [FromBody] string body) =>
            TypedResults.Text(body);
    }

    public sealed class NoTrigger
    {
        [Function("Idle")]
        public static void Idle(string text) => _ = text;
    }

    public sealed class UnboundParameter
    {
        [Function("Stray")]
        public static IResult Stray([HttpTrigger(Route = "stray/{id}")] HttpRequest request, string other) =>
            TypedResults.Text(other);
    }

    public sealed class WrongResult
    {
        [Function("Plain")]
        public static string Plain([HttpTrigger] HttpRequest request) => request.Path;
    }

    public sealed class WrongQueueParameter
    {
        [Function("Stream")]
        public static void Stream([QueueTrigger("q")] Stream stream) => _ = stream;
    }

    public sealed class WrongTimerParameter
    {
        [Function("Tick")]
        public static void Tick([TimerTrigger("0 0 * * * *")] string timer) => _ = timer;
    }

    public sealed class TwoInputs
    {
        [Function("Orchestrate")]
        public static Task OrchestrateAsync(
            [OrchestrationTrigger] TaskOrchestrationContext context, string one, string two) =>
            Task.FromResult(one + two + context.InstanceId);
    }

    public sealed class OtherTaskHub
    {
        [Function("Steer")]
        public static void Steer(
            [QueueTrigger("q")] string text, [DurableClient(TaskHub = "theirs")] DurableTaskClient client) =>
            _ = (text, client);
    }

    public sealed class OtherConnection
    {
        [Function("Connect")]
        public static void Connect(
            [QueueTrigger("q")] string text, [DurableClient(ConnectionName = "Theirs")] DurableTaskClient client) =>
            _ = (text, client);
    }

    public sealed class UserLevel
    {
        [Function("SignedIn")]
        public static IResult SignedIn([HttpTrigger(AuthorizationLevel.User)] HttpRequest request) => TypedResults.Ok();
    }

    public sealed class Twice
    {
        [Function("same")]
        public static IResult First([HttpTrigger(Route = "a")] HttpRequest request) => TypedResults.Ok();

        [Function("Same")]
        public static IResult Second([HttpTrigger(Route = "b")] HttpRequest request) => TypedResults.Ok();
    }

    public sealed class NotPublic
    {
        [Function("Hidden")]
        internal static IResult Hidden([HttpTrigger] HttpRequest request) => TypedResults.Ok();
    }
}
