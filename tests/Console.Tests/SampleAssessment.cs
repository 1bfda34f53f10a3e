namespace ConsoleTests;

/// <summary>An assessment of suitability that is recommended groups.</summary>
static class SampleAssessment
{
    public static object Body(string id) => new
    {
        id,
        brand = "春茶",
        answers = new
        {
            product = new { discussable = true, needsExplaining = true, otherNeeds = false },
            deal = new { reputation = 4, trustCanGrow = true },
            afterSale = new { mustTeach = true, services = true },
        },
    };
}
