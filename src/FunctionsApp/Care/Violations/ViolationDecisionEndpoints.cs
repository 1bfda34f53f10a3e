using Community.Care.Violations;
using FluentValidation;
using FunctionsApp.Groups.Staff;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Care.Violations;

/// <summary>Appeals of members and decisions of staff. Repeats change nothing.</summary>
public sealed class ViolationDecisionEndpoints(
    ViolationService service,
    ViolationReader reader,
    StaffStore staff,
    IValidator<AppealViolationRequest> appealValidator,
    IValidator<DecideViolationRequest> decisionValidator)
{
    /// <summary>
    /// The violation, which waits for another decision; the task about its measure is withdrawn. 409 when there is no
    /// decision, when the decision was appealed before, when the violation is dismissed, and after 5 decisions.
    /// </summary>
    [Function("AppealViolation")]
    [Request<AppealViolationRequest>, Response<ViolationView>, Versioned, Problem(409)]
    public async Task<IResult> Appeal(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/violations/{violationId}/appeal")]
        HttpRequest request,
        string violationId)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, appealValidator);
        return problem ?? await AnswerAsync(request, violationId, await service.AppealAsync(violationId, body!));
    }

    /// <summary>
    /// The decided violation. <c>Uphold</c> opens the task of its measure, <c>Dismiss</c> withdraws all and does not
    /// count later. 400 for an unknown owner and for a measure of a dismissal; 409 when it is decided already, and when
    /// no owner is known who carries out the measure.
    /// </summary>
    [Function("DecideViolation")]
    [Request<DecideViolationRequest>, Response<ViolationView>, Versioned, Problem(409)]
    public async Task<IResult> Decide(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/violations/{violationId}/decide")]
        HttpRequest request,
        string violationId)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, decisionValidator);
        if (problem is not null) return problem;
        return await staff.OwnerFaultAsync(body!.Owner) is { } unknown
            ? Problems.From(unknown)
            : await AnswerAsync(request, violationId, await service.DecideAsync(violationId, body));
    }

    async Task<IResult> AnswerAsync(
        HttpRequest request, string violationId, Decided<Violation, ViolationEvent>? decided) => decided switch
        {
            null => ViolationEndpoints.NotFound(violationId),
            { Events: [ViolationEvent.Refused refused] } => Problems.From(refused.Refusal),
            var (after, _) => EntityTag.Json(request, after, await reader.ReadAsync(after)),
        };
}
