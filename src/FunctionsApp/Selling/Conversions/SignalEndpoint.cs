using Community.Platform;
using Community.Selling.Conversions;
using FluentValidation;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Selling.Conversions;

/// <summary>
/// The body of <c>POST /api/conversions/{id}/signals</c>: signals of one kind that the operator saw in a group.
/// </summary>
public sealed record SignalRequest(string? GroupId, string? Kind, int? Count = null);

/// <summary>Signals of interest that no webhook reports.</summary>
public sealed class SignalEndpoint(
    ConversionStore conversions, InterestStore interests, IdSource ids, IValidator<SignalRequest> validator)
{
    /// <summary>
    /// 200 with the group's tally; a repeat with the same <c>Idempotency-Key</c> counts nothing. 400 for a group of
    /// another conversion or of the holdout, 409 once the link is sent.
    /// </summary>
    [Function("AddConversionSignals")]
    [Request<SignalRequest>, Response<InterestTally>, TakesIdempotencyKey, Problem(409)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/conversions/{id}/signals")] HttpRequest request,
        string id)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, validator);
        if (problem is not null) return problem;
        if (await conversions.FindAsync(id) is not { Value: var conversion }) return ConversionService.NotFound(id);
        var groupId = body!.GroupId!;
        if (Fault(groupId, conversion) is { } refusal) return Problems.From(refusal);
        var kind = Enum.Parse<SignalKind>(body.Kind!);
        await interests.RecordSignalsAsync(id, groupId, KeyOf(request, id), kind, body.Count ?? 1);
        return ApiJson.Json((await interests.FindAsync(id, groupId)).Tally);
    }

    static Refusal? Fault(string groupId, Conversion conversion)
    {
        var arms = ArmAssignment.Assign(conversion.GroupIds, conversion.HoldoutShare, conversion.Seed);
        var group = arms.FirstOrDefault(group => group.GroupId == groupId);
        if (group.GroupId is null)
            return Refusal.Invalid("groupId", "is not one of the conversion's groups.");
        if (group.Arm is Arm.LinkOnly)
            return Refusal.Invalid("groupId", "is held out of the warm-up: its interest is not asked for.");
        return conversion.IsOver || conversion.HasPassed(ConversionStep.Link)
            ? Refusal.Conflict(ConflictKind.AlreadyDone, "The link is out, and the interest was read before it.")
            : null;
    }

    string KeyOf(HttpRequest request, string id) =>
        IdempotencyKey.IdFrom(request, "AddConversionSignals", id) ?? ids.NewId();
}

public sealed class SignalValidator : AbstractValidator<SignalRequest>
{
    const int MaxCount = 1000;

    public SignalValidator()
    {
        RuleFor(body => body.GroupId).NeededId();
        RuleFor(body => body.Kind).NameOf<SignalRequest, SignalKind>();
        RuleFor(body => body.Count).InclusiveBetween(1, MaxCount).WithMessage($"must be 1 to {MaxCount}.");
    }
}
