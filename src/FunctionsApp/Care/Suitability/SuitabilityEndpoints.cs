using Community.Care.Suitability;
using Community.Platform;
using FluentValidation;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Care.Suitability;

/// <summary>Whether a brand should have groups (该不该做社群).</summary>
public sealed class SuitabilityEndpoints(
    SuitabilityStore assessments,
    SuitabilityOutcomeReader outcomes,
    GroupStore groups,
    Creation creation,
    IValidator<AssessSuitabilityRequest> assessValidator,
    IValidator<NameSuitabilityGroupsRequest> groupsValidator,
    TimeProvider clock)
{
    const string Route = "api/suitability";

    /// <summary>
    /// 201 with the verdict, its reasons and the kinds of group that would fit; 200 for a repeat; 400 for a missing
    /// answer; 409 when the id belongs to another assessment or 200 are kept.
    /// </summary>
    [Function("AssessSuitability")]
    [Request<AssessSuitabilityRequest>, Creation<SuitabilityView>, Versioned]
    public Task<IResult> Assess(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request) =>
        creation.RunAsync(request, new CreationSteps<AssessSuitabilityRequest, SuitabilityAssessment, SuitabilityView>
        {
            Operation = "AssessSuitability",
            Validator = assessValidator,
            ChosenId = body => body.Id,
            CreateAsync = wanted => CreateAsync(wanted, request.HttpContext.GetCaller()?.Name),
            ViewAsync = assessment => Task.FromResult(SuitabilityView.From(assessment)),
            Location = assessment => $"/{Route}/{assessment.Id}",
        });

    /// <summary>Assessments by pages, the newest first.</summary>
    [Function("ListSuitability")]
    [Page<SuitabilityView>]
    public Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request) =>
        Paging.AnswerAsync(request, async (size, continuation) =>
            (await assessments.PageAsync(size, continuation)).Map(SuitabilityView.From));

    /// <summary>One assessment, with what the groups that came of it brought; 404 when there is none.</summary>
    [Function("GetSuitability")]
    [Response<SuitabilityView>, Versioned]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = $"{Route}/{{assessmentId}}")] HttpRequest request,
        string assessmentId) =>
        await assessments.FindAsync(assessmentId) is { Value: var assessment }
            ? await AnswerAsync(request, assessment)
            : NotFound(assessmentId);

    /// <summary>
    /// Names the groups that came of the assessment, in place of those before. 200 with the assessment; 400 with the
    /// index of a group that does not exist.
    /// </summary>
    [Function("NameSuitabilityGroups")]
    [Request<NameSuitabilityGroupsRequest>, Response<SuitabilityView>, Versioned]
    public async Task<IResult> NameGroups(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = $"{Route}/{{assessmentId}}/groups")]
        HttpRequest request,
        string assessmentId)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, groupsValidator);
        if (problem is not null) return problem;
        if (await FindUnknownAsync(body!.GroupIds!) is { } unknown) return Problems.From(unknown);
        return await EntityTag.CheckAsync(request, async expected =>
            await assessments.NameGroupsAsync(
                assessmentId, body.GroupIds!, body.By!, clock.GetUtcNow(), expected) is { } assessment
                ? await AnswerAsync(request, assessment)
                : NotFound(assessmentId));
    }

    async Task<CreationResult<SuitabilityAssessment>> CreateAsync(
        CreationRequest<AssessSuitabilityRequest> wanted, string? by)
    {
        var answers = wanted.Body.Answers!.ToAnswers();
        var assessment = new SuitabilityAssessment(
            wanted.Id, wanted.Body.Brand!, answers, SuitabilityRules.Decide(answers), clock.GetUtcNow(), by);
        return await assessments.CreateAsync(assessment, wanted.Fingerprint) is { } created
            ? CreationResult.From(created)
            : CreationResult.Refuse<SuitabilityAssessment>(Problems.Conflict(
                ConflictKind.LimitReached,
                $"There are {SuitabilityStore.MaxAssessments} assessments already."));
    }

    async Task<IResult> AnswerAsync(HttpRequest request, SuitabilityAssessment assessment) => EntityTag.Json(
        request, assessment, SuitabilityView.From(assessment, await outcomes.ReadAsync(assessment)));

    async Task<Refusal?> FindUnknownAsync(IReadOnlyList<string> groupIds)
    {
        var found = await Task.WhenAll(groupIds.Select(groups.LookUpAsync));
        var unknown = Array.IndexOf(found, null);
        return unknown < 0
            ? null
            : Refusal.Invalid($"groupIds[{unknown}]", $"there is no group {groupIds[unknown]}");
    }

    static IResult NotFound(string id) => Problems.NotFound($"There is no assessment {id}.");
}
