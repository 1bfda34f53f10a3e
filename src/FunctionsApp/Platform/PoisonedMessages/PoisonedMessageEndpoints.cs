using Community.Platform;
using FluentValidation;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Platform.PoisonedMessages;

/// <summary>Messages that wait for an operator.</summary>
public sealed class PoisonedMessageEndpoints(PoisonedMessageStore store, IEnumerable<IMessageQueue> queues)
{
    const string Route = "api/poisoned-messages";

    static readonly InlineValidator<ResolvePoisonedMessageRequest> Validator = new()
    {
        rules => rules.RuleFor(body => body.By).Author(),
    };

    /// <summary>
    /// Messages by pages without their bodies, the oldest first: <c>?status=open</c> (the default) or <c>done</c>.
    /// </summary>
    [Function("ListPoisonedMessages")]
    [RequiredRole(OperatorRole.Administrator)]
    [Page<PoisonedMessageView>]
    [Query<string>("status", "The default is open.", Values = ["open", "done"])]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request)
    {
        bool? isOpen = request.Query["status"].ToString() switch
        {
            "" or "open" => true,
            "done" => false,
            _ => null,
        };
        if (isOpen is not { } open) return Problems.Invalid("status", "must be open or done.");
        return await Paging.AnswerAsync(request, async (size, continuation) =>
            (await store.PageAsync(open, size, continuation)).Map(PoisonedMessageView.From));
    }

    /// <summary>The message with its body.</summary>
    [Function("GetPoisonedMessage")]
    [RequiredRole(OperatorRole.Administrator)]
    [Response<PoisonedMessageDetailView>]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = $"{Route}/{{messageId}}")] HttpRequest request,
        string messageId) =>
        await store.FindAsync(messageId) is { } message
            ? ApiJson.Json(PoisonedMessageDetailView.From(message))
            : NotFound(messageId);

    /// <summary>Sends the message to its queue again, once. 409 when it was discarded.</summary>
    [Function("ReplayPoisonedMessage")]
    [RequiredRole(OperatorRole.Administrator)]
    [Request<ResolvePoisonedMessageRequest>, Response<PoisonedMessageView>, Problem(409)]
    public Task<IResult> Replay(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Route}/{{messageId}}/replay")]
        HttpRequest request,
        string messageId) =>
        ResolveAsync(request, messageId, PoisonedMessageStatus.Replayed);

    /// <summary>Ends the wait without handling the message. 409 when it was replayed.</summary>
    [Function("DiscardPoisonedMessage")]
    [RequiredRole(OperatorRole.Administrator)]
    [Request<ResolvePoisonedMessageRequest>, Response<PoisonedMessageView>, Problem(409)]
    public Task<IResult> Discard(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Route}/{{messageId}}/discard")]
        HttpRequest request,
        string messageId) =>
        ResolveAsync(request, messageId, PoisonedMessageStatus.Discarded);

    async Task<IResult> ResolveAsync(HttpRequest request, string id, PoisonedMessageStatus status)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, Validator);
        if (problem is not null) return problem;
        if (await store.FindAsync(id) is not { } message) return NotFound(id);
        if (message.Status is PoisonedMessageStatus.Open)
        {
            // The message stays open until the last step, so a failure in between loses nothing; consumers ignore a
            // repeat.
            await store.ForgetFailuresAsync(message);
            if (status is PoisonedMessageStatus.Replayed) await SendAsync(message);
            message = await store.ResolveAsync(id, status, body!.By!) ?? message;
        }

        return message.Status == status
            ? ApiJson.Json(PoisonedMessageView.From(message))
            : Problems.Conflict(ConflictKind.AlreadyDone, $"The message {id} is {message.Status} already.");
    }

    Task SendAsync(PoisonedMessage message) =>
        queues.Single(queue => queue.Name == message.Queue).SendTextAsync(message.Text);

    static IResult NotFound(string id) => Problems.NotFound($"There is no poisoned message {id}.");
}

/// <summary>Who resolves a message.</summary>
public sealed record ResolvePoisonedMessageRequest(string? By);
