using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Community.Platform;
using FluentValidation;
using FunctionsApp.Platform.QrCodes;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Platform.Http;

/// <summary>Validation rules that requests share.</summary>
public static partial class FieldRules
{
    /// <summary>
    /// Sets English messages and the JSON names of fields. It must run before the first validator is made.
    /// </summary>
    public static void Configure()
    {
        ValidatorOptions.Global.LanguageManager.Enabled = false;
        ValidatorOptions.Global.DefaultRuleLevelCascadeMode = CascadeMode.Stop;
        ValidatorOptions.Global.PropertyNameResolver = (_, member, expression) =>
            FieldOf(member, expression) is { } field ? JsonNamingPolicy.CamelCase.ConvertName(field.Name) : null;
    }

    /// <summary>A field of an edit that can be absent but not null.</summary>
    public static IRuleBuilderOptions<T, Optional<TField>> NotNullable<T, TField>(
        this IRuleBuilder<T, Optional<TField>> field) =>
        field.SetValidator(new NotNullableValidator<T, TField>());

    /// <summary>Who makes a change: 1 to 40 characters of one line.</summary>
    public static IRuleBuilderOptions<T, string?> Author<T>(this IRuleBuilder<T, string?> field) => field.Line(40);

    /// <summary>Why a change is made: 1 to 200 characters of one line.</summary>
    public static IRuleBuilderOptions<T, string?> Reason<T>(this IRuleBuilder<T, string?> field) => field.Line(200);

    /// <summary>An id that the caller may choose: 3 to 40 of <c>a-z 0-9 -</c>, or null.</summary>
    public static IRuleBuilderOptions<T, string?> ChosenId<T>(this IRuleBuilder<T, string?> field) =>
        field.Matches(Id()).WithMessage("must be 3 to 40 of a-z, 0-9 and -.");

    /// <summary>A required id.</summary>
    public static IRuleBuilderOptions<T, string?> NeededId<T>(this IRuleBuilder<T, string?> field) =>
        field
        .NotNull().WithMessage("is missing.")
        .Matches(Id()).WithMessage("must be 3 to 40 of a-z, 0-9 and -.");

    /// <summary>A required text of at most <paramref name="maxLength"/> characters.</summary>
    public static IRuleBuilderOptions<T, string?> Text<T>(this IRuleBuilder<T, string?> field, int maxLength) => field
        .NotNull().WithMessage("is missing.")
        .NotEmpty().WithMessage("must not be empty.")
        .MaximumLength(maxLength).WithMessage($"must be at most {maxLength} characters.")
        .Must(text => !text!.Any(c => char.IsControl(c) && c is not '\n' and not '\r' and not '\t'))
        .WithMessage("must not hold control characters.")
        .Must(IsWellFormedUnicode).WithMessage("must be whole Unicode characters.");

    /// <summary>A required text of one line, without any control character.</summary>
    public static IRuleBuilderOptions<T, string?> Line<T>(this IRuleBuilder<T, string?> field, int maxLength) => field
        .Text(maxLength)
        .Must(text => !text!.Any(char.IsControl))
        .WithMessage("must not hold control characters.");

    /// <summary>
    /// A key of the channel, such as that of a member. Storage does not allow <c>/ \ # ?</c> in keys.
    /// </summary>
    public static IRuleBuilderOptions<T, string?> ChannelKey<T>(this IRuleBuilder<T, string?> field) => field
        .Text(64)
        .Must(key => TableKey.HasAllowedCharacters(key!))
        .WithMessage("must not hold / \\ # ? or control characters.")
        .Must(key => key is not "." and not "..").WithMessage("must not be . or .., which a path cannot hold.");

    /// <summary>An http or https address with a valid host that fits into a QR code.</summary>
    public static IRuleBuilderOptions<T, string?> WebAddress<T>(this IRuleBuilder<T, string?> field) => field
        .Text(400)
        .Must(url => !WebUrl.HidesText(url!))
        .WithMessage("must not hold control characters or characters that change the direction of text.")
        .Must(url => WebUrl.Normalize(url) is not null)
        .WithMessage("must be an http or https address.")
        .Must(url => Encoding.UTF8.GetByteCount(url!) <= QrSymbol.MaxBytes)
        .WithMessage($"must be at most {QrSymbol.MaxBytes} bytes of UTF-8, because it is shown as a QR code.");

    /// <summary>A required name of the enum, case-sensitive.</summary>
    public static IRuleBuilderOptions<T, string?> NameOf<T, TEnum>(this IRuleBuilder<T, string?> field)
        where TEnum : struct, Enum => field
        .NotNull().WithMessage("is missing.")
        .SetValidator(new EnumNameValidator<T, TEnum>());

    /// <summary>A required instant.</summary>
    public static IRuleBuilderOptions<T, DateTimeOffset?> Instant<T>(this IRuleBuilder<T, DateTimeOffset?> field) =>
        field.NotNull().WithMessage("is missing.");

    /// <summary>A required list of <paramref name="minItems"/> to <paramref name="maxItems"/> items.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<string>?> Items<T>(
        this IRuleBuilder<T, IReadOnlyList<string>?> field, int minItems, int maxItems) => field
        .NotNull().WithMessage("is missing.")
        .SetValidator(new ItemCountValidator<T, string>(minItems, maxItems));

    /// <summary>
    /// A required list that holds nothing twice; <paramref name="reason"/> is given for one that does.
    /// </summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<string>?> Distinct<T>(
        this IRuleBuilder<T, IReadOnlyList<string>?> field, string reason) => field
        .Must(items => items!.Distinct(StringComparer.Ordinal).Count() == items!.Count)
        .WithMessage(reason);

    /// <summary>The list as the type of field that <c>RuleForEach</c> takes.</summary>
    public static Expression<Func<T, IEnumerable<TItem>>> ItemsOf<T, TItem>(
        Expression<Func<T, IReadOnlyList<TItem>?>> list) =>
        Expression.Lambda<Func<T, IEnumerable<TItem>>>(list.Body, list.Parameters);

    [GeneratedRegex(@"^[a-z0-9-]{3,40}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Id();

    // A rule on the value of an optional field reports the field.
    static MemberInfo? FieldOf(MemberInfo? member, LambdaExpression? expression) =>
        expression?.Body is MemberExpression { Expression: MemberExpression optional }
        && optional.Type.IsGenericType
        && optional.Type.GetGenericTypeDefinition() == typeof(Optional<>)
            ? optional.Member
            : member;

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
