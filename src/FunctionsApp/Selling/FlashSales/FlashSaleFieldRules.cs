using System.Linq.Expressions;
using System.Text.Json;
using Community.Messaging.Deliveries;
using Community.Selling.FlashSales;
using FluentValidation;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Selling.Links;

namespace FunctionsApp.Selling.FlashSales;

static class FlashSaleFieldRules
{
    const int MaxWaves = 20;
    const int MaxQuantity = 1_000_000;

    // A sale is one property of a row, which holds 32 K characters: these, its groups and its farewell.
    const int MaxWaveCharacters = 16_000;

    public static IRuleBuilderOptions<T, int?> Quantity<T>(this IRuleBuilder<T, int?> field) =>
        field.InclusiveBetween(1, MaxQuantity).WithMessage($"must be 1 to {MaxQuantity}.");

    /// <summary>
    /// Waves with known placeholders and allowed links. <see cref="FlashSaleCreator.SizeFault"/> checks their size with
    /// the link.
    /// </summary>
    public static void Waves<T>(
        this AbstractValidator<T> validator,
        Expression<Func<T, IReadOnlyList<WaveRequest>?>> field,
        AllowedLinkHosts hosts)
    {
        validator.RuleFor(field)
            .Must(waves => waves is null || waves.Count <= MaxWaves)
            .WithMessage($"must have at most {MaxWaves} items.")
            .Must(waves => waves is null || CharactersOf(waves) <= MaxWaveCharacters)
            .WithMessage($"must be at most {MaxWaveCharacters} characters in all.");
        validator.RuleForEach(FieldRules.ItemsOf(field))
            .NotNull().WithMessage("is missing.")
            .ChildRules(wave => WaveFields(wave, hosts));
    }

    static void WaveFields(InlineValidator<WaveRequest> wave, AllowedLinkHosts hosts)
    {
        wave.RuleFor(body => body.At).Instant();
        wave.RuleFor(body => body.Url).LinkTarget(hosts).When(body => body.Url is not null);
        wave.RuleFor(body => body.Text).Text(TextLimit.RobotBytes).Custom((text, context) =>
        {
            if (FlashWave.PlaceholderFault(text!, context.InstanceToValidate.Url) is { } fault)
                context.AddFailure(fault);
        });
    }

    static int CharactersOf(IReadOnlyList<WaveRequest> waves) =>
        JsonSerializer.Serialize(waves, StoredJson.Options).Length;
}
