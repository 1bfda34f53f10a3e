using Community.Acquisition.Standings;
using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Acquisition.CampaignLifecycle;

/// <summary>A tier (阶梯奖励) in a request.</summary>
public sealed record TierRequest(int? Invites, TierRequest.RewardRequest? Reward)
{
    /// <summary>The kind decides which figures are required; the others must be missing.</summary>
    public sealed record RewardRequest(
        string? Kind, string? Title, int? PercentOff, int? Points, long? CostMinor, int? Stock)
    {
        public RewardTerms ToTerms() =>
            new(Enum.Parse<RewardKind>(Kind!), Title!, PercentOff, Points, CostMinor, Stock);
    }

    public (int Invites, RewardTerms Reward) ToTier() => (Invites!.Value, Reward!.ToTerms());
}

public sealed class TierValidator : AbstractValidator<TierRequest>
{
    const int MaxInvites = 10_000;
    const int MaxPoints = 1_000_000;
    const int MaxStock = 1_000_000;
    const long MaxCostMinor = 100_000_000;

    public TierValidator()
    {
        RuleFor(tier => tier.Invites)
            .NotNull().WithMessage("is missing.")
            .InclusiveBetween(1, MaxInvites).WithMessage($"must be 1 to {MaxInvites}.");
        RuleFor(tier => tier.Reward)
            .NotNull().WithMessage("is missing.")
            .SetValidator(new RewardValidator()!);
    }

    sealed class RewardValidator : AbstractValidator<TierRequest.RewardRequest>
    {
        public RewardValidator()
        {
            RuleFor(reward => reward.Kind).NameOf<TierRequest.RewardRequest, RewardKind>();
            RuleFor(reward => reward.Title).Text(40);
            RuleFor(reward => reward.PercentOff).OnlyFor(reward => reward.Kind, nameof(RewardKind.Discount), 1, 99);
            RuleFor(reward => reward.Points).OnlyFor(reward => reward.Kind, nameof(RewardKind.Points), 1, MaxPoints);
            RuleFor(reward => reward.CostMinor)
                .OnlyFor(reward => reward.Kind, nameof(RewardKind.Gift), 0, MaxCostMinor);
            RuleFor(reward => reward.Stock).OnlyFor(reward => reward.Kind, nameof(RewardKind.Gift), 0, MaxStock);
        }
    }
}

static class RewardKindRules
{
    /// <summary>A figure that is required for this kind of reward and must be missing for all others.</summary>
    public static IRuleBuilderOptions<T, TNumber?> OnlyFor<T, TNumber>(
        this IRuleBuilder<T, TNumber?> field, Func<T, string?> kindOf, string kind, TNumber min, TNumber max)
        where TNumber : struct, IComparable<TNumber> => field
        .Must((reward, number) => kindOf(reward) == kind || number is null)
        .WithMessage($"belongs to {kind} alone.")
        .Must((reward, number) => kindOf(reward) != kind || number is not null)
        .WithMessage("is missing.")
        .Must(number => number is not { } value || (value.CompareTo(min) >= 0 && value.CompareTo(max) <= 0))
        .WithMessage($"must be {min} to {max}.");
}
