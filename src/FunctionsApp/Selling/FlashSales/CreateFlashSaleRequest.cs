using System.Text.Json;
using Community.Messaging.Deliveries;
using Community.Selling.FlashSales;
using FluentValidation;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Selling.Links;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>The body of <c>POST /api/flash-sales</c>. Without <c>quantity</c> there is as much as anybody wants.</summary>
public sealed record CreateFlashSaleRequest(
    string? Id,
    string? Name,
    IReadOnlyList<CreateFlashSaleRequest.FlashGroupRequest>? Groups,
    DateTimeOffset? OpensAt,
    IReadOnlyList<WaveRequest>? Waves,
    DateTimeOffset? ClosesAt,
    int? Quantity,
    string? Farewell,
    string? NewBuyerGroupId)
{
    /// <summary>One of the sale's groups.</summary>
    public sealed record FlashGroupRequest(string? GroupId);

    /// <summary>The sale as it begins, in groups whose charters end at <paramref name="mustEndBy"/> at the earliest.</summary>
    public FlashSale ToFlashSale(string id, DateTimeOffset mustEndBy, string linkBase, DateTimeOffset now) => new(
        id,
        Name!,
        [.. Groups!.Select(group => group.GroupId!)],
        OpensAt!.Value,
        [.. (Waves ?? []).Select(wave => wave.ToWave())],
        ClosesAt!.Value,
        Quantity,
        Farewell!,
        NewBuyerGroupId,
        mustEndBy,
        linkBase,
        now);
}

/// <summary>A wave as it is asked for.</summary>
public sealed record WaveRequest(DateTimeOffset? At, string? Text, string? Url)
{
    /// <summary>The wave.</summary>
    public FlashWave ToWave() => new(At!.Value, Text!, Url);
}

/// <summary>The body of <c>PATCH /api/flash-sales/{id}</c>; what is absent stays as it is. <c>waves</c> are all of them, those that were sent included.</summary>
public sealed record EditFlashSaleRequest(DateTimeOffset? ClosesAt, string? Farewell, IReadOnlyList<WaveRequest>? Waves, int? Quantity)
{
    /// <summary>The edit, at this instant.</summary>
    public FlashSaleCommand ToCommand(DateTimeOffset now) => new FlashSaleCommand.Edit(ClosesAt, Farewell, Waves is null ? null : [.. Waves.Select(wave => wave.ToWave())], Quantity, now);
}

/// <summary>What a flash sale must say.</summary>
public sealed class CreateFlashSaleValidator : AbstractValidator<CreateFlashSaleRequest>
{
    // As many as can be told of in one answer, and read with it.
    const int MaxGroups = 200;

    /// <summary>The rules.</summary>
    public CreateFlashSaleValidator(AllowedLinkHosts hosts)
    {
        RuleFor(sale => sale.Id).ChosenId();
        RuleFor(sale => sale.Name).Text(60);
        RuleFor(sale => sale.Groups)
            .NotNull().WithMessage("is missing.")
            .Must(groups => groups!.Count is >= 1 and <= MaxGroups).WithMessage($"must have 1 to {MaxGroups} items.")
            .Must(groups => groups!.DistinctBy(group => group?.GroupId).Count() == groups!.Count).WithMessage("must name each group once.");
        RuleForEach(sale => sale.Groups).NotNull().WithMessage("is missing.").ChildRules(group => group.RuleFor(body => body.GroupId).NeededId());
        RuleFor(sale => sale.OpensAt).Instant();
        RuleFor(sale => sale.ClosesAt)
            .Instant()
            .Must((sale, closesAt) => sale.OpensAt is null || closesAt > sale.OpensAt).WithMessage("must be after opensAt.");
        this.Waves(sale => sale.Waves, hosts);
        RuleFor(sale => sale.Waves).Custom((_, check) =>
        {
            var sale = check.InstanceToValidate;
            if (sale is not { Waves: { } waves, OpensAt: { } opensAt, ClosesAt: { } closesAt } || waves.Any(wave => wave?.At is null)) return;
            if (FlashWave.InstantFault([.. waves.Select(wave => wave.ToWave())], opensAt, closesAt) is var (index, reason)) check.AddFailure($"waves[{index}].at", reason);
        });
        RuleFor(sale => sale.Quantity).Quantity();
        RuleFor(sale => sale.Farewell).Farewell();
        RuleFor(sale => sale.NewBuyerGroupId).ChosenId();
    }
}

/// <summary>What an edit may say.</summary>
public sealed class EditFlashSaleValidator : AbstractValidator<EditFlashSaleRequest>
{
    /// <summary>The rules.</summary>
    public EditFlashSaleValidator(AllowedLinkHosts hosts, TimeProvider clock)
    {
        RuleFor(edit => edit.ClosesAt).Must(closesAt => closesAt > clock.GetUtcNow()).WithMessage("must be in the future.").When(edit => edit.ClosesAt is not null);
        RuleFor(edit => edit.Farewell).Farewell().When(edit => edit.Farewell is not null);
        this.Waves(edit => edit.Waves, hosts);
        RuleFor(edit => edit.Quantity).Quantity();
    }
}

static class FlashSaleFieldRules
{
    const int MaxWaves = 20;
    const int MaxQuantity = 1_000_000;

    // A sale is one property of a row, which holds 32 K characters: these, its groups and its farewell.
    const int MaxWaveCharacters = 16_000;

    /// <summary>Words that a group robot can carry, so that nothing fails at the closing hour.</summary>
    public static IRuleBuilderOptions<T, string?> Farewell<T>(this IRuleBuilder<T, string?> field) => field
        .Text(TextLimit.RobotBytes)
        .Must(text => TextLimit.Fits(text!, TextLimit.RobotBytes)).WithMessage($"must be at most {TextLimit.RobotBytes} bytes of UTF-8.");

    /// <summary>Null, or how much there is.</summary>
    public static IRuleBuilderOptions<T, int?> Quantity<T>(this IRuleBuilder<T, int?> field) =>
        field.InclusiveBetween(1, MaxQuantity).WithMessage($"must be 1 to {MaxQuantity}.");

    /// <summary>Waves whose texts know their placeholders and whose links lead where links may; that they fit with the link filled in is checked where the link is known.</summary>
    public static void Waves<T>(this AbstractValidator<T> rules, System.Linq.Expressions.Expression<Func<T, IReadOnlyList<WaveRequest>?>> field, AllowedLinkHosts hosts)
    {
        rules.RuleFor(field)
            .Must(waves => waves is null || waves.Count <= MaxWaves).WithMessage($"must have at most {MaxWaves} items.")
            .Must(waves => waves is null || JsonSerializer.Serialize(waves, StoredJson.Options).Length <= MaxWaveCharacters).WithMessage($"must be at most {MaxWaveCharacters} characters in all.");
        rules.RuleForEach(Items(field)).NotNull().WithMessage("is missing.").ChildRules(wave =>
        {
            wave.RuleFor(body => body.At).Instant();
            wave.RuleFor(body => body.Url).LinkTarget(hosts).When(body => body.Url is not null);
            wave.RuleFor(body => body.Text).Text(TextLimit.RobotBytes).Custom((text, check) =>
            {
                if (FlashWave.PlaceholderFault(text!, check.InstanceToValidate.Url) is { } fault) check.AddFailure(fault);
            });
        });
    }

    static System.Linq.Expressions.Expression<Func<T, IEnumerable<WaveRequest>>> Items<T>(System.Linq.Expressions.Expression<Func<T, IReadOnlyList<WaveRequest>?>> field) =>
        System.Linq.Expressions.Expression.Lambda<Func<T, IEnumerable<WaveRequest>>>(field.Body, field.Parameters);
}
