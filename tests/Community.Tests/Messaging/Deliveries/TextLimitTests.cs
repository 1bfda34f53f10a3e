using System.Text;
using Community.Messaging.Deliveries;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Messaging.Deliveries;

public class TextLimitTests
{
    const string Family = "👨‍👩‍👧";

    static readonly Gen<(string Text, int Bytes)> TextsAndLimits =
        from characters in Gen.Elements("a", "é", "茶", "…", "🍵", Family, "e\u0301", "🇨🇳").ListOf()
        from bytes in Gen.Choose(0, 60)
        select (string.Concat(characters), bytes);

    [Theory]
    [Seeds(1, 20261120)]
    public void Fitted_text_is_within_the_limit(ulong seed) => Property.Check(seed, TextsAndLimits, input =>
        Assert.InRange(Encoding.UTF8.GetByteCount(TextLimit.Fit(input.Text, input.Bytes)), 0, input.Bytes));

    [Theory]
    [Seeds(1, 20261120)]
    public void Text_within_the_limit_is_unchanged(ulong seed) => Property.Check(seed, TextsAndLimits, input =>
        Assert.Equal(input.Text, TextLimit.Fit(input.Text, Encoding.UTF8.GetByteCount(input.Text))));

    [Theory]
    [Seeds(1, 20261120)]
    public void Cut_text_is_a_prefix_of_whole_runes_and_an_ellipsis(ulong seed) =>
        Property.Check(seed, TextsAndLimits, input =>
        {
            var fitted = TextLimit.Fit(input.Text, input.Bytes);
            if (fitted == input.Text || fitted.Length == 0) return;

            Assert.EndsWith("…", fitted, StringComparison.Ordinal);
            Assert.StartsWith(fitted[..^1], input.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(Rune.ReplacementChar, fitted.EnumerateRunes());
        });

    [Theory]
    [InlineData("茶茶茶", 8, "茶…")]
    [InlineData("茶茶茶", 9, "茶茶茶")]
    [InlineData("茶茶茶", 5, "…")]
    [InlineData("茶茶茶", 3, "…")]
    [InlineData("茶茶茶", 2, "")]
    [InlineData("茶茶茶", 0, "")]
    public void Cut_text_is_as_long_as_the_ellipsis_allows(string text, int bytes, string expected) =>
        Assert.Equal(expected, TextLimit.Fit(text, bytes));

    [Fact]
    public void Character_of_several_runes_is_not_divided() =>
        Assert.Equal("茶…", TextLimit.Fit($"茶{Family}茶", 3 + 18));

    [Theory]
    [InlineData(TextLimit.RobotBytes)]
    [InlineData(TextLimit.GroupSendBytes)]
    public void Text_of_exactly_the_limit_fits_and_one_byte_more_does_not(int limit)
    {
        Assert.True(TextLimit.Fits(new string('a', limit), limit));
        Assert.False(TextLimit.Fits(new string('a', limit + 1), limit));
    }
}
