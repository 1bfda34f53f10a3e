using Community.Messaging.Channels.WeCom;
using Community.Platform.Texts;
using FsCheck.Fluent;

namespace Community.Tests.Messaging.Channels.WeCom;

public sealed class WeComErrorRulesTests
{
    [Theory]
    [InlineData(-1, WeComErrorKind.Retry)]
    [InlineData(40014, WeComErrorKind.RefreshToken)]
    [InlineData(42001, WeComErrorKind.RefreshToken)]
    [InlineData(45009, WeComErrorKind.Wait)]
    [InlineData(45033, WeComErrorKind.Wait)]
    [InlineData(40001, WeComErrorKind.Configuration)]
    [InlineData(48002, WeComErrorKind.Configuration)]
    [InlineData(60020, WeComErrorKind.Configuration)]
    [InlineData(40050, WeComErrorKind.NotCustomerGroup)]
    [InlineData(90500, WeComErrorKind.NotCustomerGroup)]
    [InlineData(90501, WeComErrorKind.NotCustomerGroup)]
    [InlineData(84061, WeComErrorKind.NotContact)]
    [InlineData(41051, WeComErrorKind.TooLate)]
    [InlineData(81017, WeComErrorKind.Content)]
    [InlineData(40058, WeComErrorKind.Other)]
    public void Error_code_decides_what_is_done(int errcode, WeComErrorKind expected) =>
        Assert.Equal(expected, WeComErrorRules.KindOf(errcode));

    [Theory]
    [Seeds(1, 20261126)]
    public void There_is_advice_for_exactly_the_errors_that_a_person_removes(ulong seed) => Property.Check(
        seed,
        Gen.OneOf(Gen.Choose(-10, 100_000), Gen.Elements(40001, 48002, 60020, 40014, 45009)),
        errcode =>
        {
            var advice = WeComErrorRules.AdviceOf(errcode, Phrasebook.Chinese);

            Assert.Equal(WeComErrorRules.KindOf(errcode) is WeComErrorKind.Configuration, advice is not null);
        });
}
