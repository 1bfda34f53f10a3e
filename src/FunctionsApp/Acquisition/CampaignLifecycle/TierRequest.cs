using Community.Acquisition.Standings;
using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Acquisition.CampaignLifecycle;

/// <summary>A tier (阶梯奖励) as a request gives it.</summary>
public sealed record TierRequest(int? Invites, TierRequest.RewardRequest? Reward)
{
    /// <summary>Which of the figures are needed follows from the kind; the others must be absent.</summary>
    public sealed record RewardRequest(string? Kind, string? Title, int? PercentOff, int? Points, long? CostMinor, int? Stock)
    {
        /// <summary>The terms that it states.</summary>
        public RewardTerms ToTerms() => new(Enum.Parse<RewardKind>(Kind!), Title!, PercentOff, Points, CostMinor, Stock);
    }

    /// <summary>What it promises, and for how many invitees.</summary>
    public (int Invites, RewardTerms Reward) ToTier() => (Invites!.Value, Reward!.ToTerms());
}

/// <summary>What a tier must say.</summary>
public sealed class TierValidator : AbstractValidator<TierRequest>
{
    const int MaxInvites = 10_000;
    const int MaxPoints = 1_000_000;
    const int MaxStock = 1_000_000;
    const long MaxCost = 100_000_000;

    /// <summary>The rules.</summary>
    public TierValidator()
    {
        RuleFor(tier => tier.Invites).NotNull().WithMessage("is missing.").InclusiveBetween(1, MaxInvites).WithMessage($"must be 1 to {MaxInvites}.");
        RuleFor(tier => tier.Reward).NotNull().WithMessage("is missing.").SetValidator(new RewardValidator()!);
    }

    sealed class RewardValidator : AbstractValidator<TierRequest.RewardRequest>
    {
        public RewardValidator()
        {
            RuleFor(reward => reward.Kind).NameOf<TierRequest.RewardRequest, RewardKind>();
            RuleFor(reward => reward.Title).Text(40);
            RuleFor(reward => reward.PercentOff).Belongs(reward => reward.Kind, nameof(RewardKind.Discount), 1, 99);
            RuleFor(reward => reward.Points).Belongs(reward => reward.Kind, nameof(RewardKind.Points), 1, MaxPoints);
            RuleFor(reward => reward.CostMinor).Belongs(reward => reward.Kind, nameof(RewardKind.Gift), 0, MaxCost);
            RuleFor(reward => reward.Stock).Belongs(reward => reward.Kind, nameof(RewardKind.Gift), 0, MaxStock);
        }
    }
}

static class RewardKindRules
{
    /// <summary>A figure that this kind of reward needs, and no other has.</summary>
    public static IRuleBuilderOptions<T, TNumber?> Belongs<T, TNumber>(
        this IRuleBuilder<T, TNumber?> field, Func<T, string?> kind, string owner, TNumber least, TNumber most)
        where TNumber : struct, IComparable<TNumber> => field
        .Must((whole, number) => kind(whole) == owner || number is null).WithMessage($"belongs to {owner} alone.")
        .Must((whole, number) => kind(whole) != owner || number is not null).WithMessage("is missing.")
        .Must(number => number is not { } given || (given.CompareTo(least) >= 0 && given.CompareTo(most) <= 0)).WithMessage($"must be {least} to {most}.");
}
