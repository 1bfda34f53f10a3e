using Community.Acquisition.Posters;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Acquisition.Posters;

public class JoinCodeTests
{
    static readonly Gen<byte[]> Randoms =
        Gen.Choose(0, 255).Select(number => (byte)number).ArrayOf(JoinCode.Length);

    [Theory]
    [Seeds(1, 20261120)]
    public void Created_code_is_well_formed(ulong seed) =>
        Property.Check(seed, Randoms, random => Assert.True(JoinCode.IsWellFormed(JoinCode.Create(random))));

    [Theory]
    [Seeds(1, 20261120)]
    public void Codes_are_equal_only_for_equal_bits(ulong seed) =>
        Property.Check(seed, Randoms.Two(), pair => Assert.Equal(
            pair.Item1.Select(number => number & 31).SequenceEqual(pair.Item2.Select(number => number & 31)),
            JoinCode.Create(pair.Item1) == JoinCode.Create(pair.Item2)));

    [Fact]
    public void Each_of_32_characters_stands_for_one_value()
    {
        var characters = Enumerable.Range(0, 32)
            .Select(value => JoinCode.Create([.. Enumerable.Repeat((byte)value, JoinCode.Length)])[0]);

        Assert.Equal("0123456789abcdefghjkmnpqrstvwxyz", string.Concat(characters));
    }

    [Theory]
    [InlineData("")]
    [InlineData("012345678")]
    [InlineData("0123456789a")]
    [InlineData("012345678i")]
    [InlineData("012345678l")]
    [InlineData("012345678o")]
    [InlineData("012345678u")]
    [InlineData("012345678A")]
    [InlineData("012345678-")]
    [InlineData("012345678茶")]
    public void Other_text_is_not_well_formed(string text) => Assert.False(JoinCode.IsWellFormed(text));
}
