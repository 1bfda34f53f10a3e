using Community.Pushes.Plans;
using FluentValidation;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Pushes.Plans;

/// <summary>Push plans (推送计划, SOP).</summary>
public sealed class PushPlanEndpoints(
    PushPlanStore plans,
    PushPlanCreator creator,
    PushPlanViewReader views,
    Creation creation,
    IValidator<CreatePushPlanRequest> createValidator,
    IValidator<CopyPushPlanRequest> copyValidator,
    IValidator<EditPushPlanRequest> editValidator,
    TimeProvider clock)
{
    /// <summary>
    /// 201 with the plan; 200 for a repeat; 400 for a trigger that never fires or comes after the end of a group, for a
    /// flash group and for an unknown group, item or instant; 409 for a plan that brings the same item to the same
    /// groups as another.
    /// </summary>
    [Function("CreatePushPlan")]
    [Request<CreatePushPlanRequest>, Creation<PushPlanView>, Versioned]
    public Task<IResult> Create(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/push-plans")] HttpRequest request) =>
        creation.RunAsync(request, creator.StepsOf(
            "CreatePushPlan",
            createValidator,
            body => body.Id,
            (wanted, today, now) => wanted.Body.ToPlan(wanted.Id, today, now)));

    /// <summary>
    /// 201 with a plan that has the slots of another one and its own groups; 200, 400 and 409 as at the creation.
    /// </summary>
    [Function("CopyPushPlan")]
    [Request<CopyPushPlanRequest>, Creation<PushPlanView>, Versioned]
    public async Task<IResult> Copy(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/push-plans/{planId}/copy")] HttpRequest request,
        string planId)
    {
        if (await plans.FindAsync(planId) is not { Value: var source }) return NotFound(planId);
        var steps = creator.StepsOf(
            "CopyPushPlan",
            copyValidator,
            body => body.Id,
            (wanted, today, now) => wanted.Body.ToPlan(source, wanted.Id, today, now));
        return await creation.RunAsync(request, steps with { RouteValues = [planId] });
    }

    /// <summary>Plans by pages, in order of id.</summary>
    [Function("ListPushPlans")]
    [Page<PushPlanView>]
    public Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/push-plans")] HttpRequest request) =>
        Paging.AnswerAsync(request, async (size, continuation) =>
            (await plans.PageAsync(size, continuation)).Map(plan => PushPlanView.From(plan, nextAt: null)));

    /// <summary>One plan; 404 when there is none.</summary>
    [Function("GetPushPlan")]
    [Response<PushPlanView>, Versioned]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/push-plans/{planId}")] HttpRequest request,
        string planId) =>
        await plans.FindAsync(planId) is { Value: var plan }
            ? EntityTag.Json(request, plan, await views.ReadAsync(plan))
            : NotFound(planId);

    /// <summary>
    /// The plan after an edit; 400 and 409 as at the creation. What was not sent yet follows the edit.
    /// </summary>
    [Function("EditPushPlan")]
    [Request<EditPushPlanRequest>, Response<PushPlanView>, Versioned, Problem(409)]
    public async Task<IResult> Edit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "api/push-plans/{planId}")] HttpRequest request,
        string planId)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, editValidator);
        return problem ?? await EntityTag.CheckAsync(
            request, expected => EditAsync(request, planId, body!, expected));
    }

    async Task<IResult> EditAsync(
        HttpRequest request, string planId, EditPushPlanRequest body, ExpectedVersion? expected)
    {
        if (await plans.FindAsync(planId) is not { Value: var before }) return NotFound(planId);
        var edit = body.ToCommand(before, clock.GetUtcNow());
        var (after, fault) = await creator.EditAsync(before, edit, creator.FindFaultAsync, expected);
        return fault is null
            ? EntityTag.Json(request, after!, await views.ReadAsync(after!))
            : Problems.From(fault);
    }

    internal static IResult NotFound(string planId) => Problems.NotFound($"There is no push plan {planId}.");
}
