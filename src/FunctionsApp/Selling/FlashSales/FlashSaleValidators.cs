using Community.Selling.FlashSales;
using FluentValidation;
using FunctionsApp.Messaging;
using FunctionsApp.Platform.Http;
using FunctionsApp.Selling.Links;

namespace FunctionsApp.Selling.FlashSales;

public sealed class CreateFlashSaleValidator : AbstractValidator<CreateFlashSaleRequest>
{
    // One response reads and shows all groups.
    const int MaxGroups = 200;

    public CreateFlashSaleValidator(AllowedLinkHosts hosts)
    {
        RuleFor(sale => sale.Id).ChosenId();
        RuleFor(sale => sale.Name).Text(60);
        RuleFor(sale => sale.Groups)
            .NotNull().WithMessage("is missing.")
            .Must(groups => groups!.Count is >= 1 and <= MaxGroups).WithMessage($"must have 1 to {MaxGroups} items.")
            .Must(groups => groups!.DistinctBy(group => group?.GroupId).Count() == groups!.Count)
            .WithMessage("must name each group once.");
        RuleForEach(sale => sale.Groups)
            .NotNull().WithMessage("is missing.")
            .ChildRules(group => group.RuleFor(body => body.GroupId).NeededId());
        RuleFor(sale => sale.OpensAt).Instant();
        RuleFor(sale => sale.ClosesAt)
            .Instant()
            .Must((sale, closesAt) => sale.OpensAt is null || closesAt > sale.OpensAt)
            .WithMessage("must be after opensAt.");
        this.Waves(sale => sale.Waves, hosts);
        RuleFor(sale => sale.Waves).Custom((_, context) => CheckInstants(context));
        RuleFor(sale => sale.Quantity).Quantity();
        RuleFor(sale => sale.Farewell).RobotText();
        RuleFor(sale => sale.NewBuyerGroupId).ChosenId();
    }

    static void CheckInstants(ValidationContext<CreateFlashSaleRequest> context)
    {
        var sale = context.InstanceToValidate;
        if (sale is not { Waves: { } requests, OpensAt: { } opensAt, ClosesAt: { } closesAt }) return;
        if (requests.Any(wave => wave?.At is null)) return;
        var waves = requests.Select(wave => wave.ToWave()).ToList();
        if (FlashWave.InstantFault(waves, opensAt, closesAt) is var (index, reason))
            context.AddFailure($"waves[{index}].at", reason);
    }
}

public sealed class EditFlashSaleValidator : AbstractValidator<EditFlashSaleRequest>
{
    public EditFlashSaleValidator(AllowedLinkHosts hosts)
    {
        RuleFor(edit => edit.ClosesAt).NotNullable();
        RuleFor(edit => edit.Farewell).NotNullable();
        RuleFor(edit => edit.Farewell.Value).RobotText().When(edit => edit.Farewell.HasValue);
        this.Waves(edit => edit.Waves.Value, hosts);
        RuleFor(edit => edit.Quantity.Value).Quantity();
    }
}
