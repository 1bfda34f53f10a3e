using Community.Groups;
using Community.Messaging.Deliveries;
using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Groups;

sealed class CharterValidator : AbstractValidator<CharterRequest>
{
    public CharterValidator()
    {
        RuleFor(charter => charter.Audience).Text(200);
        RuleFor(charter => charter.Service).Text(200);
        RuleFor(charter => charter.Benefits).Items(1, 10);
        RuleForEach(charter => charter.Benefits).Text(80);
        RuleFor(charter => charter.Rules).Items(1, 20);
        RuleForEach(charter => charter.Rules).Text(120);
        RuleFor(charter => charter.Ending).Text(200);
        this.Deputies(charter => charter.Deputies);
        RuleFor(charter => charter.Rhythm).Text(120).When(charter => charter.Rhythm is not null);
        RuleFor(charter => charter.Goal).SetValidator(new GroupGoalValidator()!);
        RuleFor(charter => charter.Consequence)
            .NameOf<CharterRequest, ViolationConsequence>()
            .When(charter => charter.Consequence is not null);
    }
}

sealed class CharterEditValidator : AbstractValidator<CharterEditRequest>
{
    public CharterEditValidator()
    {
        RuleFor(edit => edit.Audience).NotNullable();
        RuleFor(edit => edit.Audience.Value).Text(200).When(edit => edit.Audience.HasValue);
        RuleFor(edit => edit.Service).NotNullable();
        RuleFor(edit => edit.Service.Value).Text(200).When(edit => edit.Service.HasValue);
        RuleFor(edit => edit.Benefits).NotNullable();
        RuleFor(edit => edit.Benefits.Value).Items(1, 10).When(edit => edit.Benefits.HasValue);
        RuleForEach(FieldRules.ItemsOf<CharterEditRequest, string>(edit => edit.Benefits.Value)).Text(80);
        RuleFor(edit => edit.Rules).NotNullable();
        RuleFor(edit => edit.Rules.Value).Items(1, 20).When(edit => edit.Rules.HasValue);
        RuleForEach(FieldRules.ItemsOf<CharterEditRequest, string>(edit => edit.Rules.Value)).Text(120);
        RuleFor(edit => edit.Ending).NotNullable();
        RuleFor(edit => edit.Ending.Value).Text(200).When(edit => edit.Ending.HasValue);
        this.Deputies(edit => edit.Deputies.Value);
        RuleFor(edit => edit.Rhythm.Value).Text(120).When(edit => edit.Rhythm.HasValue);
        RuleFor(edit => edit.Goal.Value).SetValidator(new GroupGoalValidator()!).When(edit => edit.Goal.HasValue);
        RuleFor(edit => edit.Consequence.Value)
            .NameOf<CharterEditRequest, ViolationConsequence>()
            .When(edit => edit.Consequence.HasValue);
    }
}

sealed class GroupNamingValidator : AbstractValidator<GroupNamingBody>
{
    const int MaxNumber = 999;

    public GroupNamingValidator()
    {
        RuleFor(naming => naming.Pattern).NameOf<GroupNamingBody, GroupNamePattern>();
        RuleFor(naming => naming.First).Line(20);
        RuleFor(naming => naming.Second).Line(20);
        RuleFor(naming => naming.Number)
            .InclusiveBetween(1, MaxNumber).WithMessage($"must be 1 to {MaxNumber}.");
    }
}

sealed class GroupTextsValidator : AbstractValidator<GroupTextsBody>
{
    public GroupTextsValidator()
    {
        RuleFor(texts => texts.Welcome).Text(TextLimit.RobotBytes).When(texts => texts.Welcome is not null);
        RuleFor(texts => texts.Rules).Text(TextLimit.RobotBytes).When(texts => texts.Rules is not null);
        RuleFor(texts => texts.Introduction).Text(TextLimit.RobotBytes).When(texts => texts.Introduction is not null);
        RuleFor(texts => texts.CardNameReminder)
            .Text(TextLimit.RobotBytes)
            .When(texts => texts.CardNameReminder is not null);
    }
}

sealed class GroupTextsEditValidator : AbstractValidator<GroupTextsEditRequest>
{
    public GroupTextsEditValidator()
    {
        RuleFor(edit => edit.Welcome.Value).Text(TextLimit.RobotBytes).When(edit => edit.Welcome.HasValue);
        RuleFor(edit => edit.Rules.Value).Text(TextLimit.RobotBytes).When(edit => edit.Rules.HasValue);
        RuleFor(edit => edit.Introduction.Value).Text(TextLimit.RobotBytes).When(edit => edit.Introduction.HasValue);
        RuleFor(edit => edit.CardNameReminder.Value)
            .Text(TextLimit.RobotBytes)
            .When(edit => edit.CardNameReminder.HasValue);
    }
}

sealed class DeputyValidator : AbstractValidator<DeputyBody>
{
    public DeputyValidator()
    {
        RuleFor(deputy => deputy.StaffId).NeededId();
        RuleFor(deputy => deputy.Expertise).Line(80);
    }
}

sealed class GroupGoalValidator : AbstractValidator<GroupGoalBody>
{
    public GroupGoalValidator()
    {
        RuleFor(goal => goal.Text).Text(120);
        RuleFor(goal => goal.Measure).Text(120);
    }
}
