using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Keys of services for maps, places, weather, news and pictures.</summary>
internal static class MapAndContentKeys
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        CatalogueRule.Of(
            "mapbox_secret_token", "Mapbox secret or temporary access token", Severity.Critical, "https://docs.mapbox.com/help/dive-deeper/access-tokens/",
            "<sk|tk>.eyJ1Ijoi<base64url:40-200>.<base64url:22>",
            positive: "client = Client('tk.eyJ1Ijoi"
                + "tyMHPcuxErKLtkxGV79Jwgq6l68LJJtcj8RRhtFsCVC3Oiir9Qd5jBtsAIPsG3Xl2YCo4bxLL1E-n2YUM36D7KGsHeW2n1CetPKQh3ATOsS1STTi3LwEu6dxj-3M9"
                + "QbuwT_qA2_ncAAKCUsELMTTqzvc.2KB7sWeNY6tCOiVjNs-0Ig')",
            negative: "sk.eyJ1Ijoi-dk6Me4723lgUQF0ZRa_HP7OBV116k2KKyYsvZG7QemARIEiSMWfbniqPg7_illGa0PY6GGm9"
                + "Alu5I4rY8mxqUI2K3WnnhnXVPe0o_f3oE796y7zTayYH2bouljmBrAZkMpBv8O.jvGTtHRr3_4VkRJnaDc***",
            evasion: "Content-Transfer-Encoding: quoted-printable\n\nclient =3D Client('sk.eyJ1Ijoiik9KIxP29GtndxbtSlP7ht7zctTChKpHgFyKkCMToCpKlI54"
                + "qPWkCSzrTZijOcjNA5WSHY1Lv=\n=52rrbTv7cflIynpVPR02tPzKtihjSSfIjRzc3BtukEEqcbS7T317HijW-ZsF6x.Tlzp0V0wa7TZAbVjrv28BL')"),
        CatalogueRule.Of(
            "here_api_key", "HERE API key", Severity.High, "https://www.here.com/docs/bundle/identity-and-access-management-developer-guide/page/topics/plat-using-apikeys.html",
            "<name:here+api key><base64url:43>",
            positive: "HERE_API_KEY=" + "ztVwBNVT1bhx1zUIqMtwawF5ga-JV-Qz9iVSlnuZs2O",
            negative: "HERE_API_KEY=your" + "-here-api-key-here",
            evasion: "HERE_API_KEY=_TGuR150WS-70oBHXi\u041evD9h7O7VuhWibDA2561Jg6pK") with { EntropyFloor = 3.8 },
        CatalogueRule.Of(
            "tomtom_api_key", "TomTom API key", Severity.High, "https://developer.tomtom.com/knowledgebase/platform/articles/how-to-get-an-tomtom-api-key/",
            "<name:tomtom+key><alnum:32>",
            positive: "\"tomtomKey\": \"" + "ZIdwqcNTU5VyqK1GvPi9iUHTxNygfumw\"",
            negative: "\"tomtom_key\": \"VuaUbeg484m" + "NoVeLsiP1nHDJhPfzGUhO0a1b\"",
            evasion: "payload: InRvbXRvbUtleSI6ICIwRThtY0VhZGtlVW8yZ2VqekhybEN3SUF0V3V3ZTVVQiI=") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "locationiq_token", "LocationIQ access token", Severity.Warning, "https://docs.locationiq.com/docs/authentication",
            "pk.<hex:32>",
            positive: "Authorization: Bearer pk." + "cd89a63b60e427997d4d92f4794e7c85",
            negative: "Authorization: Bearer pk" + ".a5b1ae6186cffe9a0dea...",
            evasion: "Authorization: Bearer pk.795250d49f126\u200b4a970ac060c6500b2f0"),
        CatalogueRule.Of(
            "opencage_api_key", "OpenCage geocoding API key", Severity.High, "https://opencagedata.com/api",
            "<name:opencage+key><hex:32>",
            positive: "const opencageKey = '" + "c1fb6189d263d683166432ca2e35563a';",
            negative: "opencage_request_id = \"6f802" + "ae5d80ec5fd66f77429c19a4f07\"",
            evasion: "const%20opencageKey%20=%20%27f539302ec00f28f%3768e715%37783daf440%27%3B"),
        CatalogueRule.Of(
            "ipinfo_token", "IPinfo access token", Severity.High, "https://ipinfo.io/developers",
            "<name:ipinfo+token><hex:14>",
            positive: "ipinfo-token: " + "b1c0ab9fa670c8",
            negative: "ipinfo_request_id " + "= \"606aa392eeb803\"",
            evasion: "ipinfo-token: \"ad0fb28\" + \"1da4d28\""),
        CatalogueRule.Of(
            "apilayer_access_key", "APILayer access key (ipstack, currencylayer, weatherstack and others)", Severity.High, "https://ipstack.com/documentation",
            "<name:apilayer|ipstack|currencylayer|weatherstack|numverify|aviationstack|mediastack|marketstack+key><hex:32>",
            positive: "export APILAYER_KEY=\"" + "9eb699a2f9aeb4283e3855c9ea7dad39\"",
            negative: "APILAYER_KEY=your" + "-apilayer-key-here",
            evasion: "dump 6578706f7274204150494c415945525f4b45593d22313736383236363862656539656533303934323732326564303937386535306322"),
        CatalogueRule.Of(
            "openweather_api_key", "OpenWeather API key", Severity.High, "https://openweathermap.org/appid",
            "<name:openweather|owm+key|appid><hex:32>",
            positive: "OPENWEATHER_KEY=" + "294db2d531d883ac8a22af0b50cb8a66",
            negative: "\"openweather_key\": \"706bab36" + "0c331676850e98d0ac0425130a1b\"",
            evasion: "OPENWEATHER_KEY=581423bc89a3c45\\u003811d90a\\u00373f0602a31") with { Keywords = ["openweather", "owm"] },
        CatalogueRule.Of(
            "unsplash_access_key", "Unsplash access or secret key", Severity.High, "https://unsplash.com/documentation",
            "<name:unsplash+key><base64url:43>",
            positive: "\"unsplashKey\": \"" + "0Wlha0mhP6kHT4QVEAaKp_NZzpYTT9s5v9r4pN-UpPZ\"",
            negative: "unsplash_key = os.environ[\"UNSPLASH_KEY\"]",
            evasion: "\"unsplashKey\": \"IxN41wIX1lsCzR6Ef7IZ\uff21T_8BybfU87\uff4b12zr1KrOmvk\"") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "giphy_api_key", "Giphy API key", Severity.Warning, "https://developers.giphy.com/docs/api/",
            "<name:giphy+key><alnum:32>",
            positive: "giphy_key = '" + "JTdDX0ftJqignXp0uI8CnHrqseOt4yc6'",
            negative: "giphy_request_id = \"GibMID" + "Eh9ofOTtUoVRzfiL0UePmeA535\"",
            evasion: "giphy_key = 'FC0DDJEGyZceEGl&#x71;htjrc0&#x67;Brh5WOPaL'") with { EntropyFloor = 3.5, Keywords = ["giphy"] },
        CatalogueRule.Of(
            "pexels_api_key", "Pexels API key", Severity.High, "https://www.pexels.com/api/documentation/",
            "<name:pexels+key><alnum:56>",
            positive: "const pexelsKey = '" + "FsmSmDS4CcpOnF65DJHGGEi3dwPsPlkNsTrdOfXQWQoNBdiio7uAyqbp';",
            negative: "pexels_request_id = \"lc3cK8nI7O9UDyYXyB" + "Rhvi4GyjVEEZxf6zfoji0fVIBLzxLVpkZy1ErX\"",
            evasion: "state=eyJub3RlIjoiY29uc3QgcGV4ZWxzS2V5ID0gJ3RmODk5ZGJqcFM3MThrYjJoQnVlZlRXc1RyS0ZtZDRYb0JKakhicE9nYno5dnJXV2dsWjFGMThOJzsifQ")
        with
        {
            EntropyFloor = 3.5,
        },
        CatalogueRule.Of(
            "pixabay_api_key", "Pixabay API key", Severity.High, "https://pixabay.com/api/docs/",
            "<name:pixabay+key><digit:5-8>-<hex:25>",
            positive: "pixabay-key: " + "169967-2c200514959df0dc71cc9cdfe",
            negative: "PIXABAY_KEY=your" + "-pixabay-key-here",
            evasion: "pixabay-key: 54381-e850bf5f\u00ad3257923265ffa084c"),
        CatalogueRule.Of(
            "tmdb_api_key", "The Movie Database API key", Severity.High, "https://developer.themoviedb.org/docs/getting-started",
            "<name:tmdb+key><hex:32>",
            positive: "export TMDB_KEY=\"" + "92eaf732b6c4ab872d975bee3d7005b8\"",
            negative: "\"tmdb_key\": \"ff49678d0f5e" + "213a5db4db5a187e09c30a1b\"",
            evasion: "export TMDB_KEY=\"0c28c6bc22e73b9\\x62b2521b\\x362f05d38f1\"") with { Keywords = ["tmdb"] },
        CatalogueRule.Of(
            "newsapi_key", "News API key", Severity.High, "https://newsapi.org/docs/authentication",
            "<name:news api+key><hex:32>",
            positive: "NEWS_API_KEY=" + "3583cdd0523639a3d981319464cdd9cd",
            negative: "news_api_key = os.environ[\"NEWS_API_KEY\"]",
            evasion: "Content-Transfer-Encoding: quoted-printable\n\nNEWS_API_KEY=3Da44d7e0040c18e43=\n=35d4c15e87b62ccc7"),
        CatalogueRule.Of(
            "yelp_api_key", "Yelp API key", Severity.High, "https://docs.developer.yelp.com/docs/fusion-authentication",
            "<name:yelp+key><base64url:128>",
            positive: "\"yelpKey\": \""
                + "uduD9oBQEBVBUyeOTbrlPX7xT8lg90UUUUUXdLinblTqaSfsRRTTALQJK0Z_v8fseqQwj6mxFnhAXiKwPRbMlOYak6kij1dp7EYDzIShp1-rNX6E-88WuWasIweiT" + "-xO\"",
            negative: "yelp_request_id = \"Ayr3UCwGrihC-IQj7cRC1nMslROOfCiLnyGeZcVN6EY1u37j-iBmxMN"
                + "yKTyyaMJ3JGemhwabSnbr2VLXR8O6QuxJx-LRVUsraciFREoPZDhVlw_EJ2wP82uqoUNeMMEj\"",
            evasion: "\"yelpKey\": \"XwBxLVWJFzsm8iueb_-hIcPX_mWYNM_gwbaerGd6F8khiGLB3evLhcbiWit-Im74YBlNB2M\u0422seEdXEbh64l1PgFDdsBNA0o0t1sG9hMEN"
                + "a_39YFJTU5TR8qe7zUyLtz2\"") with { EntropyFloor = 3.5, Keywords = ["yelp"] },
        CatalogueRule.Of(
            "foursquare_api_key", "Foursquare Places API key", Severity.High, "https://docs.foursquare.com/developer/reference/authentication",
            "fsq3<base64:43>=",
            positive: "Authorization: Bearer fsq3" + "+x/gsGPCkWjpv6RyFNjQOCNet21FZLNjvQh1QqO7/zV=",
            negative: "Authorization: Bearer fsq3nx" + "ZhOLkJOfMuIY/KTwTaFqXqEHqg...",
            evasion: "payload: QXV0aG9yaXphdGlvbjogQmVhcmVyIGZzcTNOWENDZzlDTkZYMjJZZVJISkNmZkVMUkM4RzFLeXpLZEtuS0pvS0M4M3JGPQ=="),
        CatalogueRule.Of(
            "flickr_api_secret", "Flickr API secret", Severity.High, "https://www.flickr.com/services/api/auth.oauth.html",
            "<name:flickr+secret><hex:16>",
            positive: "const flickrSecret = '" + "a8709102a5586bdb';",
            negative: "FLICKR_SECRET=your" + "-flickr-secret-here",
            evasion: "const flickrSecret = 'c3530e2\u200b7d76b7246';"),
    ];
}
