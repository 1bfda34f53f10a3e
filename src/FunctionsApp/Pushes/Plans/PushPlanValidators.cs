using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Pushes.Plans;

public sealed class CreatePushPlanValidator : AbstractValidator<CreatePushPlanRequest>
{
    public CreatePushPlanValidator()
    {
        RuleFor(plan => plan.Id).ChosenId();
        RuleFor(plan => plan.Name).PlanName();
        RuleFor(plan => plan.GroupIds).GroupIds().NamesGroups(plan => plan.Kinds, plan => plan.Tags);
        RuleForEach(plan => plan.GroupIds).NeededId();
        RuleFor(plan => plan.Kinds).GroupKinds();
        RuleFor(plan => plan.Tags).GroupTags();
        RuleFor(plan => plan.Slots).NotNull().WithMessage("is missing.");
        this.Slots(plan => plan.Slots);
    }
}

public sealed class CopyPushPlanValidator : AbstractValidator<CopyPushPlanRequest>
{
    public CopyPushPlanValidator()
    {
        RuleFor(plan => plan.Id).ChosenId();
        RuleFor(plan => plan.Name).PlanName().When(plan => plan.Name is not null);
        RuleFor(plan => plan.GroupIds).GroupIds().NamesGroups(plan => plan.Kinds, plan => plan.Tags);
        RuleForEach(plan => plan.GroupIds).NeededId();
        RuleFor(plan => plan.Kinds).GroupKinds();
        RuleFor(plan => plan.Tags).GroupTags();
    }
}

public sealed class EditPushPlanValidator : AbstractValidator<EditPushPlanRequest>
{
    public EditPushPlanValidator()
    {
        RuleFor(edit => edit.By).Author();
        RuleFor(edit => edit.Reason).Reason().When(edit => edit.Reason is not null);
        RuleFor(edit => edit.Name).NotNullable();
        RuleFor(edit => edit.Name.Value).PlanName().When(edit => edit.Name.HasValue);
        RuleFor(edit => edit.GroupIds.Value).GroupIds();
        RuleForEach(edit => edit.GroupIds.Value).NeededId();
        RuleFor(edit => edit.Kinds.Value).GroupKinds();
        RuleFor(edit => edit.Tags.Value).GroupTags();
        RuleFor(edit => edit.Slots).NotNullable();
        this.Slots(edit => edit.Slots.Value);
    }
}
