using Community.Groups;
using Community.Platform;
using Community.Pushes.Plans;
using Community.Pushes.Templates;
using FluentValidation;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Pushes.Plans;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Pushes.Templates;

/// <summary>Ready-made plans (推送计划模板), and plans made of them.</summary>
public sealed class PushTemplateEndpoints(
    PushPlanCreator creator,
    PushTemplateDrafts drafts,
    GroupStore groups,
    Creation creation,
    PublicAddress address,
    IValidator<CreateTemplatePlanRequest> validator)
{
    /// <summary>All templates, on one page.</summary>
    [Function("ListPushTemplates")]
    [Page<PushTemplateView>]
    public IResult List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/push-templates")] HttpRequest request) =>
        ApiJson.Json(new Slice<PushTemplateView>(
            [.. PushTemplates.All.Select(PushTemplateView.From)], Continuation: null));

    /// <summary>One template; 404 when there is none.</summary>
    [Function("GetPushTemplate")]
    [Response<PushTemplateView>]
    public IResult Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/push-templates/{templateId}")]
        HttpRequest request,
        string templateId) =>
        PushTemplates.Find(templateId) is { } template
            ? ApiJson.Json(PushTemplateView.From(template))
            : NotFound(templateId);

    /// <summary>
    /// 201 with a plan that has the slots of the template, whose sample texts are then drafts of the library; 200 and
    /// 409 as at the creation of a plan, 400 also for groups of another kind.
    /// </summary>
    [Function("CreatePushPlanFromTemplate")]
    [Request<CreateTemplatePlanRequest>, Creation<PushPlanView>, Versioned]
    public async Task<IResult> CreatePlan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/push-templates/{templateId}/plan")]
        HttpRequest request,
        string templateId)
    {
        if (PushTemplates.Find(templateId) is not { } template) return NotFound(templateId);
        var steps = creator.StepsOf(
            "CreatePushPlanFromTemplate",
            validator,
            body => body.Id,
            (wanted, today, now) => wanted.Body.ToPlan(template, wanted.Id, today, now));
        return await creation.RunAsync(request, steps with
        {
            RouteValues = [templateId],
            CreateAsync = async wanted =>
            {
                if (await FindFaultAsync(wanted.Body, template) is { } fault)
                    return CreationResult.Refuse<PushPlan>(Problems.From(fault));
                var created = await steps.CreateAsync(wanted);
                if (created.Document is { } plan && plan.Fingerprint == wanted.Fingerprint)
                    await drafts.AddAsync(template, wanted.Body.By!, address.Absolute(request, "/l/"));
                return created;
            },
        });
    }

    // The rhythm of a template suits one kind of group. Tags may name groups of any kind; who uses them decides.
    async Task<Refusal?> FindFaultAsync(CreateTemplatePlanRequest body, PushTemplate template)
    {
        if (body.Kinds?.Any(kind => kind != template.Kind.ToString()) is true)
            return Refusal.Invalid("kinds", $"must be {template.Kind}, the kind of group for which the template is");
        foreach (var id in body.GroupIds ?? [])
        {
            if (await groups.FindAsync(id) is { Value.Kind: var kind } && kind != template.Kind)
            {
                return Refusal.Invalid(
                    "groupIds", $"{id} is a {kind} group, and the template is for {template.Kind} groups");
            }
        }

        return null;
    }

    static IResult NotFound(string templateId) => Problems.NotFound($"There is no push template {templateId}.");
}
