using Community.Pushes.Occurrences;
using FluentValidation;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Pushes.Sending;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Pushes.Occurrences;

/// <summary>Commands about one push. Each answers as <see cref="PushCommandService.RunAsync"/> says.</summary>
public sealed class PushCommandEndpoints(
    PushCommandService commands,
    PushLibraryReader library,
    IValidator<PushCommandRequest> validator,
    TimeProvider clock)
{
    /// <summary>The push, which is held until it is released; it is skipped when its time is over.</summary>
    [Function("HoldPush")]
    [Request<PushCommandRequest>, Response<PushView>, Problem(409)]
    public Task<IResult> Hold(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/pushes/{pushId}/hold")] HttpRequest request,
        string pushId) =>
        RunAsync(request, pushId, (body, now) => new PushCommand.Hold(body.By!, body.Reason, now));

    /// <summary>The push, which is planned again.</summary>
    [Function("ReleasePush")]
    [Request<PushCommandRequest>, Response<PushView>, Problem(409)]
    public Task<IResult> Release(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/pushes/{pushId}/release")] HttpRequest request,
        string pushId) =>
        RunAsync(request, pushId, (body, now) => new PushCommand.Release(body.By!, body.Reason, now));

    /// <summary>The push, which is not sent; an open staff task for it is withdrawn.</summary>
    [Function("SkipPush")]
    [Request<PushCommandRequest>, Response<PushView>, Problem(409)]
    public Task<IResult> Skip(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/pushes/{pushId}/skip")] HttpRequest request,
        string pushId) =>
        RunAsync(request, pushId, (body, now) => new PushCommand.Skip(body.By!, body.Reason, now));

    /// <summary>Sends the push now, unless a guard other than the window keeps it back.</summary>
    [Function("SendPushNow")]
    [Request<PushCommandRequest>, Response<PushView>, Problem(409)]
    public Task<IResult> SendNow(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/pushes/{pushId}/send-now")] HttpRequest request,
        string pushId) =>
        RunAsync(request, pushId, (body, now) =>
            new PushCommand.SendNow(body.By!, body.Reason, now) { Overrides = body.Guards });

    /// <summary>A person says that they sent it; 409 after the end of its time.</summary>
    [Function("ConfirmPush")]
    [Request<PushCommandRequest>, Response<PushView>, Problem(409)]
    public Task<IResult> Confirm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/pushes/{pushId}/confirm")] HttpRequest request,
        string pushId) =>
        RunAsync(request, pushId, (body, now) => new PushCommand.Confirm(body.By!, body.Reason, now));

    /// <summary>Moves the push to another instant, which keeps its identity.</summary>
    [Function("MovePush")]
    [Request<PushCommandRequest>, Response<PushView>, Problem(409)]
    public async Task<IResult> Move(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/pushes/{pushId}/move")] HttpRequest request,
        string pushId)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, validator);
        if (problem is not null) return problem;
        if (body!.At is not { } at) return Problems.Invalid("at", "is missing.");
        var now = clock.GetUtcNow();
        return at - now > PushMoves.Furthest
            ? Problems.Invalid("at", $"must be within {PushMoves.Furthest.Days} days.")
            : await commands.RunAsync(
                pushId, new PushCommand.Move(body.By!, body.Reason, now, at) { Overrides = body.Guards });
    }

    /// <summary>Gives the push another item; 400 for an unknown one.</summary>
    [Function("ReplacePush")]
    [Request<PushCommandRequest>, Response<PushView>, Problem(409)]
    public async Task<IResult> Replace(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/pushes/{pushId}/replace")] HttpRequest request,
        string pushId)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, validator);
        if (problem is not null) return problem;
        if (body!.ContentId is not { } contentId) return Problems.Invalid("contentId", "is missing.");
        if (await library.FindAsync(contentId) is null)
            return Problems.Invalid("contentId", $"there is no item {contentId}.");
        return await commands.RunAsync(
            pushId,
            new PushCommand.Replace(body.By!, body.Reason, clock.GetUtcNow(), contentId) { Overrides = body.Guards });
    }

    /// <summary>Marks a sent push as taken back by hand; the platform recalls nothing.</summary>
    [Function("RecallPush")]
    [Request<PushCommandRequest>, Response<PushView>, Problem(409)]
    public Task<IResult> Recall(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/pushes/{pushId}/recall")] HttpRequest request,
        string pushId) =>
        RunAsync(request, pushId, (body, now) =>
            new PushCommand.MarkRecalled(body.By!, body.Reason, now, body.CorrectionId));

    async Task<IResult> RunAsync(
        HttpRequest request, string pushId, Func<PushCommandRequest, DateTimeOffset, PushCommand.Operator> command)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, validator);
        return problem ?? await commands.RunAsync(pushId, command(body!, clock.GetUtcNow()));
    }
}

static class PushMoves
{
    /// <summary>How far ahead a push can be moved.</summary>
    public static readonly TimeSpan Furthest = TimeSpan.FromDays(7);
}
