using Community.Selling.Conversions;
using FluentValidation;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Selling.Conversions;

/// <summary>The body of <c>POST /api/conversions/{id}/signals</c>: so many signals of a kind that the operator saw in a group.</summary>
public sealed record SignalRequest(string? GroupId, string? Kind, int? Count = null);

/// <summary>Interest that no webhook tells of.</summary>
public sealed class SignalEndpoint(ConversionStore conversions, InterestStore interests, IdSource ids, IValidator<SignalRequest> rules)
{
    /// <summary>
    /// 200 with the group's tally; a repeat with the same <c>Idempotency-Key</c> counts nothing. 400 for a group that is not the conversion's or is held out
    /// of the warm-up, 409 once the link is out.
    /// </summary>
    [Function("AddConversionSignals")]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/conversions/{id}/signals")] HttpRequest request, string id)
    {
        var body = await RequestBody.ReadAsync(request, rules);
        if (body.Problem is not null) return body.Problem;
        if (await conversions.FindAsync(id) is not { Value: var conversion }) return ConversionService.Unknown(id);
        var (groupId, kind) = (body.Value!.GroupId!, Enum.Parse<SignalKind>(body.Value.Kind!));
        var group = ArmAssignment.Assign(conversion.GroupIds, conversion.HoldoutShare, conversion.Seed).FirstOrDefault(one => one.GroupId == groupId);
        if (group.GroupId is null) return Problems.Invalid("groupId", "is not one of the conversion's groups.");
        if (group.Arm is Arm.LinkOnly) return Problems.Invalid("groupId", "is held out of the warm-up: its interest is not asked for.");
        var key = request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } given ? $"{request.Path}:{given}" : ids.NewId();
        if (conversion.IsOver || conversion.IsBehind(ConversionStep.Link)) return Problems.Conflict("The link is out, and the interest was read before it.");
        await interests.RecordAsync(id, groupId, key, kind, body.Value.Count ?? 1);
        return ApiJson.Json((await interests.FindAsync(id, groupId)).Tally);
    }
}

/// <summary>What signals may say.</summary>
public sealed class SignalValidator : AbstractValidator<SignalRequest>
{
    const int MaxAtOnce = 1000;

    /// <summary>The rules.</summary>
    public SignalValidator()
    {
        RuleFor(body => body.GroupId).NeededId();
        RuleFor(body => body.Kind).NameOf<SignalRequest, SignalKind>();
        RuleFor(body => body.Count).InclusiveBetween(1, MaxAtOnce).WithMessage($"must be 1 to {MaxAtOnce}.");
    }
}
