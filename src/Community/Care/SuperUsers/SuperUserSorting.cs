namespace Community.Care.SuperUsers;

/// <summary>How close a person is to the criteria, in ascending order.</summary>
public enum SuperUserSort
{
    None,

    /// <summary>The person meets half of the rules, or reaches half of every figure.</summary>
    Potential,

    /// <summary>The person meets every rule.</summary>
    Super,
}

/// <summary>Sorts people by criteria. More of a figure never sorts a person lower.</summary>
public static class SuperUserSorting
{
    public static SuperUserSort Sort(IReadOnlyList<SuperUserRule> rules, SuperUserFigures figures)
    {
        var met = rules.Count(rule => figures.Of(rule.Figure) >= rule.AtLeast);
        if (met == rules.Count) return SuperUserSort.Super;
        // Half of one rule is half of its figure.
        var isHalf = 2 * met >= rules.Count || rules.All(rule => 2 * figures.Of(rule.Figure) >= rule.AtLeast);
        return isHalf ? SuperUserSort.Potential : SuperUserSort.None;
    }
}
