using Community.Care.Violations;
using FluentValidation;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Care.Violations;

/// <summary>Violations of the rules of groups (违规).</summary>
public sealed class ViolationEndpoints(
    ViolationStore violations,
    ViolationService service,
    ViolationFollowUp followUp,
    ViolationReader reader,
    GroupStore groups,
    Creation creation,
    IValidator<ReportViolationRequest> validator)
{
    const string Route = "api/violations";

    /// <summary>
    /// 201 with the violation; 200 for a repeat; 400 for an unknown or dissolved group or owner; 409 when no owner is
    /// known and when the id belongs to another violation. The first one of a member in 180 days opens a task to warn
    /// the member; a further one, abuse and fraud propose what the charter says, and a person decides.
    /// </summary>
    [Function("ReportViolation")]
    [Request<ReportViolationRequest>, Creation<ViolationView>, Versioned]
    public Task<IResult> Report(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request) =>
        creation.RunAsync(request, new CreationSteps<ReportViolationRequest, Violation, ViolationView>
        {
            Operation = "ReportViolation",
            Validator = validator,
            ChosenId = body => body.Id,
            CreateAsync = service.ReportAsync,
            FollowAsync = followUp.FollowAsync,
            ViewAsync = reader.ReadAsync,
            Location = violation => $"/{Route}/{violation.Id}",
        });

    /// <summary>
    /// Violations by pages, the newest first. A page may hold fewer than it could and still have a continuation. 400
    /// for an unknown group.
    /// </summary>
    [Function("ListViolations")]
    [Page<ViolationSummaryView>]
    [Query<string>("groupId", "Only violations in this group.")]
    [Query<string>("memberId", "Only violations of this member.")]
    [Query<ViolationState>("state", "Only violations in this state.")]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request)
    {
        var (filter, problem) = ViolationFilter.Read(request);
        if (problem is not null) return problem;
        if (filter!.GroupId is { } groupId && await groups.FindAsync(groupId) is null)
            return Problems.Invalid("groupId", $"there is no group {groupId}.");
        return await Paging.AnswerAsync(request, async (size, continuation) =>
            (await violations.PageAsync(filter, size, continuation)).Map(ViolationSummaryView.From));
    }

    /// <summary>One violation; 404 when there is none.</summary>
    [Function("GetViolation")]
    [Response<ViolationView>, Versioned]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = $"{Route}/{{violationId}}")] HttpRequest request,
        string violationId) =>
        await violations.FindAsync(violationId) is { Value: var violation }
            ? EntityTag.Json(request, violation, await reader.ReadAsync(violation))
            : NotFound(violationId);

    internal static IResult NotFound(string id) => Problems.NotFound($"There is no violation {id}.");
}
