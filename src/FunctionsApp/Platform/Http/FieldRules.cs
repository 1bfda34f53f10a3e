using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using FluentValidation;
using FunctionsApp.Platform.QrCodes;

namespace FunctionsApp.Platform.Http;

/// <summary>Rules that requests share. Field names in answers are those of the JSON.</summary>
public static partial class FieldRules
{
    /// <summary>Makes messages English and field names those of the JSON; before the first validator is made.</summary>
    public static void Configure()
    {
        ValidatorOptions.Global.LanguageManager.Enabled = false;
        ValidatorOptions.Global.DefaultRuleLevelCascadeMode = CascadeMode.Stop;
        ValidatorOptions.Global.PropertyNameResolver = (_, member, _) => member is null ? null : JsonNamingPolicy.CamelCase.ConvertName(member.Name);
    }

    /// <summary>An id that the caller may choose: 3 to 40 of <c>a-z 0-9 -</c>; null is allowed and has one made.</summary>
    public static IRuleBuilderOptions<T, string?> ChosenId<T>(this IRuleBuilder<T, string?> field) =>
        field.Must(id => id is null || Id().IsMatch(id)).WithMessage("must be 3 to 40 of a-z, 0-9 and -.");

    /// <summary>An id that has to be there.</summary>
    public static IRuleBuilderOptions<T, string?> NeededId<T>(this IRuleBuilder<T, string?> field) =>
        field.NotNull().WithMessage("is missing.").Must(id => Id().IsMatch(id!)).WithMessage("must be 3 to 40 of a-z, 0-9 and -.");

    /// <summary>Text that has to be there, of at most so many characters.</summary>
    public static IRuleBuilderOptions<T, string?> Text<T>(this IRuleBuilder<T, string?> field, int most) => field
        .NotNull().WithMessage("is missing.")
        .Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage("must not be empty.")
        .Must(text => text!.Length <= most).WithMessage($"must be at most {most} characters.")
        .Must(text => !text!.Any(c => char.IsControl(c) && c is not '\n' and not '\r' and not '\t')).WithMessage("must not hold control characters.")
        .Must(IsWellFormedUnicode).WithMessage("must be whole Unicode characters.");

    /// <summary>A key of the channel's: a member, a task. At most 64 characters, none of <c>/ \ # ?</c> or control, since storage refuses them.</summary>
    public static IRuleBuilderOptions<T, string?> ChannelKey<T>(this IRuleBuilder<T, string?> field) => field
        .Text(64)
        .Must(key => !key!.Any(c => c is '/' or '\\' or '#' or '?' || char.IsControl(c))).WithMessage("must not hold / \\ # ? or control characters.");

    /// <summary>A web address that people are sent to.</summary>
    public static IRuleBuilderOptions<T, string?> WebAddress<T>(this IRuleBuilder<T, string?> field) => field
        .Text(400)
        .Must(url => Uri.TryCreate(url, UriKind.Absolute, out var parsed) && (parsed.Scheme == Uri.UriSchemeHttps || parsed.Scheme == Uri.UriSchemeHttp))
        .WithMessage("must be an http or https address.")
        .Must(url => Encoding.UTF8.GetByteCount(url!) <= QrSymbol.MaxBytes).WithMessage($"must be at most {QrSymbol.MaxBytes} bytes of UTF-8, because it is shown as a QR code.");

    /// <summary>One of an enum's names, spelled as in the documentation.</summary>
    public static IRuleBuilderOptions<T, string?> NameOf<T, TEnum>(this IRuleBuilder<T, string?> field)
        where TEnum : struct, Enum => field
        .NotNull().WithMessage("is missing.")
        .Must(name => Enum.GetNames<TEnum>().Contains(name, StringComparer.Ordinal)).WithMessage($"must be one of {string.Join(", ", Enum.GetNames<TEnum>())}.");

    /// <summary>An instant that has to be there.</summary>
    public static IRuleBuilderOptions<T, DateTimeOffset?> Instant<T>(this IRuleBuilder<T, DateTimeOffset?> field) => field.NotNull().WithMessage("is missing.");

    /// <summary>A list that has to be there, of so many items.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<string>?> Items<T>(this IRuleBuilder<T, IReadOnlyList<string>?> field, int least, int most) => field
        .NotNull().WithMessage("is missing.")
        .Must(items => items!.Count >= least && items.Count <= most).WithMessage($"must have {least} to {most} items.");

    [GeneratedRegex(@"^[a-z0-9-]{3,40}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Id();

    static bool IsWellFormedUnicode(string? text)
    {
        for (var i = 0; i < text!.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (char.IsSurrogate(text[i])) return false;
        }

        return true;
    }
}
