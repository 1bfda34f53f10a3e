using System.Reflection;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Platform.OpenApi;

/// <summary>The statuses of problems that a function answers.</summary>
static class ProblemStatuses
{
    /// <summary>
    /// Those of its attributes, and those that follow from what it takes: a key or a signature, a body, a query, the
    /// parameters of its route, a creation and a version.
    /// </summary>
    public static IEnumerable<int> Of(HttpFunction function)
    {
        var (method, statuses) = (function.Method, new SortedSet<int>());
        if (method.GetCustomAttribute<SignedAttribute>() is { } signed) statuses.Add(signed.RefusalStatus);
        // Where the app has no sidebar.
        if (function.IsForStaff) statuses.Add(StatusCodes.Status404NotFound);
        if (function.Role is not null || function.IsForStaff)
        {
            statuses.UnionWith([
                StatusCodes.Status401Unauthorized,
                StatusCodes.Status403Forbidden,
                StatusCodes.Status503ServiceUnavailable,
            ]);
        }

        if (method.IsDefined(typeof(BodyAttribute)))
            statuses.UnionWith([
                StatusCodes.Status400BadRequest,
                StatusCodes.Status413PayloadTooLarge,
                StatusCodes.Status415UnsupportedMediaType,
            ]);
        if (method.IsDefined(typeof(QueryParameterAttribute)) || IsPage(method))
            statuses.Add(StatusCodes.Status400BadRequest);
        if (function.RouteParameters.Any()) statuses.Add(StatusCodes.Status404NotFound);
        if (IsCreation(method)) statuses.Add(StatusCodes.Status409Conflict);
        if (TakesVersion(function)) statuses.Add(StatusCodes.Status412PreconditionFailed);
        if (method.GetCustomAttribute<ProblemAttribute>() is { } others) statuses.UnionWith(others.Statuses);
        return statuses;
    }

    public static bool IsCreation(MethodInfo method) => HasAnswers(method, typeof(CreationAttribute<>));

    public static bool IsPage(MethodInfo method) =>
        HasAnswers(method, typeof(PageAttribute<>)) || HasAnswers(method, typeof(PageViewAttribute<>));

    /// <summary>True when the function takes <c>If-Match</c>.</summary>
    public static bool TakesVersion(HttpFunction function) =>
        function.Method.IsDefined(typeof(VersionedAttribute))
        && function.Methods.Intersect(["patch", "put"], StringComparer.OrdinalIgnoreCase).Any();

    static bool HasAnswers(MethodInfo method, Type kind) => method.GetCustomAttributes<AnswersAttribute>()
        .Any(attribute => attribute.GetType() is { IsGenericType: true } type
            && type.GetGenericTypeDefinition() == kind);
}
