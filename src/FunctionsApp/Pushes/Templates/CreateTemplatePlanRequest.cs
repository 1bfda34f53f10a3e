using Community.Pushes.Plans;
using Community.Pushes.Templates;
using FluentValidation;
using FunctionsApp.Platform.Http;
using FunctionsApp.Pushes.Plans;

namespace FunctionsApp.Pushes.Templates;

/// <summary>
/// The body of <c>POST /api/push-templates/{id}/plan</c>. The plan has the slots of the template; <c>name</c> is that
/// of the template by default. <c>startsOn</c> is a local date, by default the first on which the template may start.
/// <c>by</c> becomes the author of the sample texts.
/// </summary>
public sealed record CreateTemplatePlanRequest(
    string? Id,
    string? By,
    string? Name = null,
    IReadOnlyList<string>? GroupIds = null,
    IReadOnlyList<string>? Kinds = null,
    IReadOnlyList<string>? Tags = null,
    DateOnly? StartsOn = null)
{
    public PushPlan ToPlan(PushTemplate template, string id, DateOnly today, DateTimeOffset now) => new(
        id,
        Name ?? template.Name,
        PushPlanFieldRules.ToAudience(GroupIds, Kinds, Tags),
        [.. template.Slots.Select(slot => slot.ToSlot())],
        StartsOn ?? template.FirstDay(today),
        now);
}

public sealed class CreateTemplatePlanValidator : AbstractValidator<CreateTemplatePlanRequest>
{
    public CreateTemplatePlanValidator()
    {
        RuleFor(plan => plan.Id).ChosenId();
        RuleFor(plan => plan.By).Author();
        RuleFor(plan => plan.Name).PlanName().When(plan => plan.Name is not null);
        RuleFor(plan => plan.GroupIds).GroupIds().NamesGroups(plan => plan.Kinds, plan => plan.Tags);
        RuleForEach(plan => plan.GroupIds).NeededId();
        RuleFor(plan => plan.Kinds).GroupKinds();
        RuleFor(plan => plan.Tags).GroupTags();
    }
}
