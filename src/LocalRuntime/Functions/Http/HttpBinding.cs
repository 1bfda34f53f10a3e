using Microsoft.AspNetCore.Routing.Patterns;

namespace LocalRuntime.Functions.Http;

/// <summary>Binds the parameters of an HTTP function: the request, and route values by name.</summary>
sealed class HttpBinding(RoutePattern route)
{
    public Expression? Bind(ParameterInfo parameter, ParameterExpression invocation, ParameterExpression trigger)
    {
        var http = Expression.Convert(trigger, typeof(HttpContext));
        var type = parameter.ParameterType;
        if (type == typeof(HttpRequest)) return Expression.Property(http, nameof(HttpContext.Request));
        if (!route.Parameters.Any(p => string.Equals(p.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)))
            return null;
        var name = Expression.Constant(parameter.Name!);
        if (type == typeof(string)) return Expression.Call(typeof(HttpBinding), nameof(Text), null, http, name);
        var underlying = Nullable.GetUnderlyingType(type);
        var parse = underlying is null ? nameof(Parse) : nameof(ParseOrNull);
        return IsParsable(underlying ?? type)
            ? Expression.Call(typeof(HttpBinding), parse, [underlying ?? type], http, name)
            : null;
    }

    static bool IsParsable(Type type) => type.GetInterfaces().Any(i =>
        i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IParsable<>) && i.GetGenericArguments()[0] == type);

    static string? Text(HttpContext http, string name) => http.Request.RouteValues[name] as string;

    static T Parse<T>(HttpContext http, string name)
        where T : IParsable<T> =>
        T.TryParse(Text(http, name), CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new BadHttpRequestException($"The route value '{name}' is not a {typeof(T).Name}.");

    static T? ParseOrNull<T>(HttpContext http, string name)
        where T : struct, IParsable<T> =>
        Text(http, name) is null ? null : Parse<T>(http, name);
}
