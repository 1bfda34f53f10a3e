using System.Net;
using Community.Care.Suitability;
using Community.Groups;
using FunctionsApp.Care.Suitability;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Care.Suitability;

public sealed class SuitabilityApiTests(AppHost app) : IClassFixture<AppHost>
{
    public static TheoryData<string, string?, string> Faults { get; } =
    [
        .. SpoiledJson.IdFaults("id"),
        .. SpoiledJson.TextFaults("brand", 60),
        .. AnswerFaults("answers.product.discussable"),
        .. AnswerFaults("answers.product.needsExplaining"),
        .. AnswerFaults("answers.product.otherNeeds"),
        .. AnswerFaults("answers.deal.trustCanGrow"),
        .. AnswerFaults("answers.afterSale.mustTeach"),
        .. AnswerFaults("answers.afterSale.services"),
        .. new[] { null, "null", "0", "6", "-1", "3.5", "\"3\"", "true" }
            .Select(json => ("answers.deal.reputation", json, "answers.deal.reputation")),
        .. new[] { "answers", "answers.product", "answers.deal", "answers.afterSale" }
            .SelectMany(part => new[] { null, "null" }.Select(json => (part, json, part))),
        ("answers.deal", "{}", "answers.deal.reputation"),
        ("answers.deal", "{}", "answers.deal.trustCanGrow"),
        ("answers.product.tasty", "true", "answers.product.tasty"),
        ("verdict", "\"Recommended\"", "verdict"),
    ];

    [Fact]
    public async Task Verdict_has_reasons_for_each_side_and_the_kinds_that_fit()
    {
        var answer = (await app.PostAsync(SuitabilityClient.Path, SuitabilityClient.Body()))
            .Expecting(HttpStatusCode.Created);

        var assessed = answer.As<SuitabilityView>();
        Assert.Equal($"/api/suitability/{assessed.Id}", answer.Location);
        Assert.Equal(("春茶", SuitabilityVerdict.Recommended), (assessed.Brand, assessed.Verdict));
        Assert.Equal(["产品：", "成交：", "售后："], assessed.Reasons.Select(reason => reason[..3]));
        Assert.Equal([GroupKind.NewBuyer, GroupKind.SuperUser, GroupKind.Delivery], assessed.Kinds);
        Assert.Equal(assessed.Kinds, assessed.FittingKinds.Select(fitting => fitting.Kind));
        Assert.Equal("Recommended", answer.Json.GetProperty("verdict").GetString());
        Assert.Equal((app.Now, null, null), (assessed.CreatedAt, assessed.By, assessed.Outcome));
        Assert.Equal(answer.Text, (await app.GetAsync(answer.Location!)).Expecting(HttpStatusCode.OK).Text);
    }

    [Fact]
    public async Task Brand_without_a_positive_side_is_advised_against_groups()
    {
        var body = SuitabilityClient.Body();
        body["answers"]!["product"]!["needsExplaining"] = false;
        body["answers"]!["deal"]!["reputation"] = 2;
        body["answers"]!["afterSale"]!["services"] = false;

        var assessed = await app.AssessAsync(body);

        Assert.Equal(SuitabilityVerdict.NotRecommended, assessed.Verdict);
        Assert.Empty(assessed.Kinds);
        Assert.Equal(3, assessed.Reasons.Count);
    }

    [Theory]
    [InlineData(2, SuitabilityVerdict.Selective)]
    [InlineData(3, SuitabilityVerdict.Recommended)]
    public async Task Reputation_counts_as_yes_from_3_on(int reputation, SuitabilityVerdict verdict)
    {
        var body = SuitabilityClient.Body();
        body["answers"]!["deal"]!["reputation"] = reputation;

        Assert.Equal(verdict, (await app.AssessAsync(body)).Verdict);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Body_with_a_fault_is_refused_by_path_and_not_stored(string path, string? json, string field)
    {
        var body = SuitabilityClient.Body(app.NewId("suitability"));
        var id = (string)body["id"]!;

        var refused = await app.SendBytesAsync(
            HttpMethod.Post, SuitabilityClient.Path, SpoiledJson.Replace(body, path, json));

        refused.IsProblem(HttpStatusCode.BadRequest);
        refused.ExpectingInvalid(field);
        (await app.GetAsync($"{SuitabilityClient.Path}/{id}")).IsProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Same_request_again_is_200_and_another_one_with_the_id_409()
    {
        var body = SuitabilityClient.Body(app.NewId("suitability"));
        var first = await app.AssessAsync(body);
        await app.AdvanceAsync(TimeSpan.FromHours(1));

        var again = (await app.PostAsync(SuitabilityClient.Path, body)).Expecting(HttpStatusCode.OK);

        Assert.Equal(first.CreatedAt, again.As<SuitabilityView>().CreatedAt);
        body["answers"]!["deal"]!["reputation"] = 5;
        (await app.PostAsync(SuitabilityClient.Path, body)).IsProblem(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Idempotency_key_makes_one_assessment()
    {
        var key = ("Idempotency-Key", app.NewId("key"));
        var body = SuitabilityClient.Body();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(_ => app.PostAsync(SuitabilityClient.Path, body, key)));

        Assert.Single(answers, answer => answer.Status is HttpStatusCode.Created);
        Assert.Equal(4, answers.Count(answer => answer.Status is HttpStatusCode.OK));
        Assert.Single(answers.Select(answer => answer.Location).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Unknown_assessment_is_404()
    {
        (await app.GetAsync($"{SuitabilityClient.Path}/nothing")).IsProblem(HttpStatusCode.NotFound);
        (await app.NameGroupsAsync("nothing", [])).IsProblem(HttpStatusCode.NotFound);
    }

    static IEnumerable<(string Path, string? Json, string Field)> AnswerFaults(string path) =>
        from json in new[] { null, "null", "1", "\"true\"", "\"\"", "[]", "{}" }
        select (path, json, path);
}
