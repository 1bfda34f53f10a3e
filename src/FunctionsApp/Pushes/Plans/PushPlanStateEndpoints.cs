using Community.Pushes.Plans;
using FluentValidation;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Pushes.Plans;

/// <summary>Pauses of plans and of the whole brand. What is due during a pause is skipped.</summary>
public sealed class PushPlanStateEndpoints(
    PushPlanStore plans, PushPlanViewReader views, IValidator<PushActionRequest> validator, TimeProvider clock)
{
    /// <summary>The plan, which is paused. A repeat changes nothing.</summary>
    [Function("PausePushPlan")]
    [Request<PushActionRequest>, Response<PushPlanView>]
    public Task<IResult> Pause(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/push-plans/{planId}/pause")]
        HttpRequest request,
        string planId) =>
        DecideAsync(request, planId, (body, now) => new PushPlanCommand.Pause(body.By!, body.Reason, now));

    /// <summary>The plan, which is active. A repeat changes nothing.</summary>
    [Function("ResumePushPlan")]
    [Request<PushActionRequest>, Response<PushPlanView>]
    public Task<IResult> Resume(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/push-plans/{planId}/resume")]
        HttpRequest request,
        string planId) =>
        DecideAsync(request, planId, (body, now) => new PushPlanCommand.Resume(body.By!, body.Reason, now));

    /// <summary>The pause of the brand; a repeat answers the first one.</summary>
    [Function("PausePushes")]
    [Request<PushActionRequest>, Response<BrandPause>]
    public async Task<IResult> PauseAll(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/pushes/pause")] HttpRequest request)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, validator);
        return problem ?? ApiJson.Json(
            await plans.PauseAsync(new BrandPause(body!.By!, body.Reason, clock.GetUtcNow())));
    }

    /// <summary>204; a repeat changes nothing.</summary>
    [Function("ResumePushes")]
    [Request<PushActionRequest>, Response(204)]
    public async Task<IResult> ResumeAll(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/pushes/resume")] HttpRequest request)
    {
        var (_, problem) = await RequestBody.ReadAsync(request, validator);
        if (problem is not null) return problem;
        await plans.ResumeAsync();
        return Results.NoContent();
    }

    async Task<IResult> DecideAsync(
        HttpRequest request, string planId, Func<PushActionRequest, DateTimeOffset, PushPlanCommand> command)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, validator);
        if (problem is not null) return problem;
        return await plans.DecideAsync(planId, command(body!, clock.GetUtcNow())) is { After: var plan }
            ? ApiJson.Json(await views.ReadAsync(plan))
            : PushPlanEndpoints.NotFound(planId);
    }
}
