using LumenArgus.Dashboard.Api;
using LumenArgus.Dashboard.Problems;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Tests.Dashboard;

public sealed class QueryTests
{
    [Theory]
    [InlineData("", null)]
    [InlineData("?severity=", null)]
    [InlineData("?severity=critical", "critical")]
    [InlineData("?severity=CRITICAL", "critical")]
    [InlineData("?Severity=High", "high")]
    public void Word_WhateverItsCase_IsOneOfTheWords(string query, string? word) => new Query(Http(query)).Word("severity", Words.Severities).ShouldBe(word);

    [Theory]
    [InlineData("?severity=bogus")]
    [InlineData("?severity=high&severity=critical")]
    public void Word_ThatIsNone_IsRefused(string query) =>
        Should.Throw<ProblemException>(() => new Query(Http(query)).Word("severity", Words.Severities)).Problem.Field.ShouldBe("severity");

    [Fact]
    public void CheckNames_NameThatIsNone_IsRefusedWithTheOneThatWasMeant()
    {
        Query.CheckNames(Http("?Session_ID=1&limit=2"), ["session_id", "limit"]);

        var problem = Should.Throw<ProblemException>(() => Query.CheckNames(Http("?sesion_id=1"), ["session_id", "limit"])).Problem;

        (problem.Error, problem.Field, problem.Detail).ShouldBe(("unknown_parameter", "sesion_id", "This call has no parameter 'sesion_id'; did you mean 'session_id'?"));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("?api_key_hash=", "")]
    [InlineData("?api_key_hash=ab", "ab")]
    public void PossiblyEmpty_Text_IsToldFromAMissingOne(string query, string? text) => new Query(Http(query)).PossiblyEmpty("api_key_hash").ShouldBe(text);

    private static DefaultHttpContext Http(string query)
    {
        var http = new DefaultHttpContext();
        http.Request.QueryString = new QueryString(query);
        return http;
    }
}
